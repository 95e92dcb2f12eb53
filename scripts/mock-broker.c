/*
 * A Kafka cluster for tests, to be broken on purpose: librdkafka's own mock, which speaks the real protocol.
 * Build: gcc -O1 -o mock-broker mock-broker.c -lrdkafka (Debian: gcc libc6-dev librdkafka-dev).
 * Prints its addresses, then obeys lines and answers each with OK or ERR:
 *   down | up | rtt MS | err APIKEY CODE COUNT | clear APIKEY. End of input ends it.
 */
#include <stdio.h>
#include <librdkafka/rdkafka.h>
#include <librdkafka/rdkafka_mock.h>

static int obey(rd_kafka_mock_cluster_t *cluster, const char *line) {
  int key, code, count;
  if (sscanf(line, "rtt %d", &count) == 1) return rd_kafka_mock_broker_set_rtt(cluster, 1, count);
  if (sscanf(line, "err %d %d %d", &key, &code, &count) == 3) {
    while (count-- > 0) rd_kafka_mock_push_request_errors(cluster, (int16_t)key, 1, (rd_kafka_resp_err_t)code);
    return 0;
  }
  if (sscanf(line, "clear %d", &key) == 1) {
    rd_kafka_mock_clear_request_errors(cluster, (int16_t)key);
    return 0;
  }
  return line[0] == 'd' ? rd_kafka_mock_broker_set_down(cluster, 1) : rd_kafka_mock_broker_set_up(cluster, 1);
}

int main(void) {
  char error[256], line[256];
  rd_kafka_t *client = rd_kafka_new(RD_KAFKA_PRODUCER, rd_kafka_conf_new(), error, sizeof error);
  rd_kafka_mock_cluster_t *cluster = client ? rd_kafka_mock_cluster_new(client, 1) : NULL;
  if (!cluster) return 1;
  printf("bootstrap.servers=%s\n", rd_kafka_mock_cluster_bootstraps(cluster));
  fflush(stdout);
  while (fgets(line, sizeof line, stdin)) {
    printf(obey(cluster, line) ? "ERR\n" : "OK\n");
    fflush(stdout);
  }
  rd_kafka_mock_cluster_destroy(cluster);
  rd_kafka_destroy(client);
  return 0;
}
