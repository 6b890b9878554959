// Mocha's ordinary output, and at the very end a file with the counts and what failed, named by SUITE_STATISTICS: the proof of a
// finished run.
// CommonJS, because Mocha inside an extension host loads reporters with `require`.
const { writeFileSync } = require("node:fs");
const { reporters } = require("mocha");

module.exports = class StatisticsReporter extends reporters.Spec {
  constructor(runner, options) {
    super(runner, options);
    const pending = [];
    const complaints = [];
    runner.on("pending", (test) => pending.push(test.fullTitle()));
    runner.on("fail", (test, { message }) => complaints.push(`${test.fullTitle()}: ${message}`));
    runner.once("end", () => {
      const { passes, failures } = runner.stats;
      writeFileSync(
        process.env.SUITE_STATISTICS,
        JSON.stringify({ passed: passes, failed: failures, pending, complaints }),
      );
    });
  }
};
