/** What mocha runs. The browser tests take a minute or two, so they join in where E2E=required asks for them. */
const withBrowser = process.env.E2E === 'required';

module.exports = {
  extension: ['ts'],
  spec: ['test/**/*.test.ts', ...(withBrowser ? ['test/e2e/*.e2e.ts'] : [])],
  timeout: 60000,
  exit: true,
};
