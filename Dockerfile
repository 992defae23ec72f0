# Sömlös with its own PostgreSQL in one container. Everything that must stay is in the volume.
#   docker build -t somlos . && docker run -p 3000:3000 -v somlos:/data somlos
FROM node:24-bookworm-slim AS build
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
COPY packages/contract/package.json packages/contract/
COPY packages/demo/package.json packages/demo/
COPY packages/kernel/package.json packages/kernel/
COPY packages/look/package.json packages/look/
COPY packages/modules/package.json packages/modules/
COPY packages/rules/package.json packages/rules/
COPY packages/server/package.json packages/server/
COPY packages/shop/package.json packages/shop/
COPY packages/studio/package.json packages/studio/
RUN npm ci --no-audit --no-fund
COPY . .
# What browsers load is built here, so that the container needs no compiler and writes nothing outside its volume.
RUN node scripts/build-fronts.ts

FROM node:24-bookworm-slim
# tini passes signals on and reaps what PostgreSQL leaves; a stop then drains and ends the database in order.
RUN apt-get update \
  && apt-get install -y --no-install-recommends tini=0.19.* \
  && rm -rf /var/lib/apt/lists/* \
  && useradd --system --uid 10001 --home-dir /data --create-home --shell /usr/sbin/nologin somlos \
  && chmod 700 /data
WORKDIR /app
# Its own: the links inside the PostgreSQL package are mended at start where npm skipped its install script.
COPY --from=build --chown=somlos:somlos /app /app
USER somlos
ENV NODE_ENV=production HOST=0.0.0.0 PORT=3000 SOMLOS_HOME=/data SOMLOS_PREPARED=1
VOLUME /data
EXPOSE 3000
HEALTHCHECK --interval=15s --timeout=5s --start-period=60s --retries=4 \
  CMD ["node", "-e", "fetch('http://127.0.0.1:'+process.env.PORT+'/health').then(a=>process.exit(a.ok?0:1),()=>process.exit(1))"]
STOPSIGNAL SIGTERM
ENTRYPOINT ["tini", "--"]
CMD ["node", "--disable-warning=ExperimentalWarning", "packages/server/src/main.ts"]
