// Coverage is taken in the tests' own process. The programs that tests start load the same files in another form, and counts of
// two forms added up are those of neither.
delete process.env["NODE_V8_COVERAGE"];
