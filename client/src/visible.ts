import { Range, languages, window, type Disposable, type TextEditor } from "vscode";
import { State, type BaseLanguageClient } from "vscode-languageclient";
import { checkedDocuments } from "./languages.ts";
import { visibleNotification } from "./protocol.ts";

/** A document with fewer lines is checked before anybody could have looked elsewhere. */
const fewLines = 2000;

/** Tells the server what the user sees of a large document, so that it is checked first. */
export function tellWhatIsVisible(client: BaseLanguageClient): Disposable[] {
  const selector = checkedDocuments();
  const tell = (editor: TextEditor | undefined): void => {
    const [first] = editor?.visibleRanges ?? [];
    const last = editor?.visibleRanges.at(-1);
    if (editor === undefined || first === undefined || last === undefined) return;
    const { document } = editor;
    if (document.lineCount < fewLines || client.state !== State.Running || languages.match(selector, document) === 0) {
      return;
    }
    const range = client.code2ProtocolConverter.asRange(new Range(first.start, last.end));
    const uri = client.code2ProtocolConverter.asUri(document.uri);
    client.sendNotification(visibleNotification, { uri, range }).catch(() => undefined);
  };
  return [
    window.onDidChangeTextEditorVisibleRanges(({ textEditor }) => {
      tell(textEditor);
    }),
    window.onDidChangeActiveTextEditor(tell),
  ];
}
