import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { serverBundle } from "./bundle.ts";

/** Starts the server, waits for diagnostics, hovers, takes the one preferred action, and writes down what it saw. */
const script = `
local bundle, file, report = unpack(vim.fn.argv(), 2)
vim.cmd('edit ' .. file)
local buffer = vim.api.nvim_get_current_buf()
local seen = {}
local function check(name, condition)
  seen[name] = vim.wait(20000, condition, 10)
end
local id = vim.lsp.start_client({
  cmd = { vim.env.NODE, bundle, '--stdio' },
  root_dir = vim.fn.getcwd(),
  get_language_id = function() return 'superbill' end,
  on_init = function(client)
    client.notify('workspace/didChangeConfiguration', { settings = { therapyClaims = { payer = 'medicare-b' } } })
  end,
})
vim.lsp.buf_attach_client(buffer, id)
local client = vim.lsp.get_client_by_id(id)
local function codes()
  return vim.tbl_map(function(diagnostic) return diagnostic.code end, vim.diagnostic.get(buffer))
end
check('diagnostics', function() return vim.tbl_contains(codes(), 'therapy-modifier-missing') end)
local place = { textDocument = { uri = vim.uri_from_bufnr(buffer) }, position = { line = 1, character = 1 } }
local hover = client.request_sync('textDocument/hover', place, 20000, buffer)
seen.hover = hover.result.contents.value
local range = { start = place.position, ['end'] = place.position }
local request = { textDocument = place.textDocument, range = range, context = { diagnostics = {} } }
local actions = client.request_sync('textDocument/codeAction', request, 20000, buffer)
for _, action in ipairs(actions.result) do
  if action.isPreferred then vim.lsp.util.apply_workspace_edit(action.edit, client.offset_encoding) end
end
seen.line = vim.api.nvim_buf_get_lines(buffer, 1, 2, false)[1]
check('mended', function() return not vim.tbl_contains(codes(), 'therapy-modifier-missing') end)
vim.fn.writefile({ vim.fn.json_encode(seen) }, report)
vim.cmd('qall!')
`;

describe("Neovim", () => {
  it("shows the diagnostics, hovers and takes a quick fix", function () {
    const isThere = spawnSync("nvim", ["--version"]).status === 0;
    if (!isThere) return this.skip();
    const folder = mkdtempSync(join(tmpdir(), "therapy-claims-"));
    const [file, luaFile, report] = ["a.superbill", "test.lua", "report.json"].map((name) => join(folder, name));
    assert.ok(file && luaFile && report);
    writeFileSync(file, "DOS: 2026-03-12\n97161 x1\n");
    writeFileSync(luaFile, script);
    const args = ["--clean", "--headless", "-c", `luafile ${luaFile}`, luaFile, serverBundle(), file, report];
    const { stderr } = spawnSync("nvim", args, {
      encoding: "utf8",
      timeout: 50_000,
      env: { ...process.env, NODE: process.execPath },
    });
    const seen = JSON.parse(readFileSync(report, "utf8")) as Record<string, unknown>;
    rmSync(folder, { recursive: true });
    assert.equal(seen["diagnostics"], true, stderr);
    assert.match(String(seen["hover"]), /^\*\*97161\*\* · /);
    assert.equal(seen["line"], "97161 GP x1");
    assert.equal(seen["mended"], true);
  });
});
