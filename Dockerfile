# The service alone: production packages, no build step, not root.
FROM node:24-slim AS packages
WORKDIR /service
COPY package.json package-lock.json ./
RUN npm ci --omit=dev && npm cache clean --force

FROM node:24-slim
ENV NODE_ENV=production HOST=0.0.0.0 PORT=3978 DATA_FOLDER=/data
WORKDIR /service
COPY --from=packages /service/node_modules ./node_modules
COPY package.json ./
COPY access ./access
COPY bot ./bot
COPY cards ./cards
COPY delivery ./delivery
COPY dialogs ./dialogs
COPY dspt ./dspt
COPY feedback ./feedback
COPY hygiene ./hygiene
COPY knowledge ./knowledge
COPY privacy ./privacy
COPY tickets ./tickets
# The embedded database, where no DATABASE_URL is given. Mount a volume there, or its content ends with the container.
RUN mkdir /data && chown node:node /data
USER node
EXPOSE 3978
HEALTHCHECK --interval=30s --timeout=5s --start-period=30s \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/healthz`).then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
# Node itself is the first process, so that it gets the signal to finish.
CMD ["node", "bot/main.ts"]
