import type { ClientCapabilities } from "vscode-languageserver-protocol/node";

/** What a complete editor can do, as far as the server asks. */
export const fullCapabilities: ClientCapabilities = {
  textDocument: {
    diagnostic: {},
    codeAction: {
      disabledSupport: true,
      isPreferredSupport: true,
      codeActionLiteralSupport: { codeActionKind: { valueSet: ["quickfix"] } },
    },
    documentSymbol: { hierarchicalDocumentSymbolSupport: true },
  },
  workspace: {
    configuration: true,
    didChangeConfiguration: { dynamicRegistration: true },
    diagnostics: { refreshSupport: true },
    inlayHint: { refreshSupport: true },
    codeLens: { refreshSupport: true },
    workspaceEdit: { documentChanges: true, changeAnnotationSupport: {} },
  },
};
