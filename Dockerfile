# The desk as an image: docker build -t activation-desk . Runs as an ordinary user; what it keeps lies in /data or in PostgreSQL.
FROM node:24-bookworm-slim AS build
WORKDIR /desk
COPY package.json package-lock.json .npmrc ./
COPY scripts scripts
COPY locales locales
COPY src src
# Fetches Web Chat's file, too. The image brings its own Node, so the package of that name is not needed.
RUN npm install --omit=dev --no-audit --no-fund && rm -rf node_modules/node node_modules/node-bin-* node_modules/.bin/node

FROM node:24-bookworm-slim
WORKDIR /desk
ENV NODE_ENV=production HOST=0.0.0.0 PORT=3978 DATABASE_URL=file:/data/activation-desk.db FORGOTTEN_FILE=/data/activation-desk.forgotten
RUN mkdir /data && chown node:node /data
COPY --from=build /desk/node_modules node_modules
COPY --from=build /desk/vendor vendor
COPY --from=build /desk/dist dist
COPY package.json LICENSE THIRD-PARTY-NOTICES.md ./
COPY locales locales
COPY src src
USER node
VOLUME /data
EXPOSE 3978
HEALTHCHECK --start-period=20s CMD ["node", "-e", "fetch('http://127.0.0.1:' + process.env.PORT + '/healthz').then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "--max-old-space-size=512", "--max-semi-space-size=8", "src/main.ts"]
