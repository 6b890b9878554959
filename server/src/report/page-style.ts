/**
 * The page's own colours hold in a browser, light and dark; an editor's theme goes before them. Forced colours and paper have theirs.
 * Nothing is told by colour alone: what is over is hatched, what may be is dashed, and words say both.
 */
export const pageStyle = `
:root {
  color-scheme: light dark;
  --own-paper: #ffffff; --own-ink: #1c2328; --own-quiet: #55606a; --own-used: #1f6f86; --own-over: #b4331f; --own-link: #1f5f9e;
  --paper: var(--vscode-editor-background, var(--own-paper));
  --ink: var(--vscode-editor-foreground, var(--own-ink));
  --quiet: var(--vscode-descriptionForeground, var(--own-quiet));
  --used: var(--vscode-charts-blue, var(--own-used));
  --over: var(--vscode-charts-red, var(--own-over));
  --line: color-mix(in srgb, var(--ink) 18%, var(--paper));
  --faint: color-mix(in srgb, var(--ink) 9%, var(--paper));
}
@media (prefers-color-scheme: dark) {
  :root { --own-paper: #15191d; --own-ink: #e4e8eb; --own-quiet: #a2adb6; --own-used: #5fb3cc; --own-over: #f0836b; }
}
body.vscode-high-contrast, body.vscode-high-contrast-light {
  --line: var(--vscode-contrastBorder, var(--ink)); --faint: var(--line); --quiet: var(--ink);
}
* { box-sizing: border-box; }
body {
  margin: 0; padding: 32px 36px 48px; background: var(--paper); color: var(--ink);
  font: 14px/1.45 var(--vscode-font-family, system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif);
  font-variant-numeric: tabular-nums lining-nums;
}
main { max-width: 1240px; margin: 0 auto; }
h1 { margin: 0; font-size: 24px; font-weight: 600; letter-spacing: -0.01em; line-height: 1.2; }
h2 { margin: 44px 0 2px; font-size: 19px; font-weight: 600; }
p { margin: 4px 0; max-width: 76ch; }
.quiet, caption { color: var(--quiet); }
.summary { margin: 18px 0 0; padding: 0; display: flex; flex-wrap: wrap; gap: 8px 36px; list-style: none; }
.summary b { display: block; font-size: 22px; font-weight: 600; line-height: 1.25; }
.summary span { color: var(--quiet); }
.key { margin: 22px 0 0; padding: 0; display: flex; flex-wrap: wrap; gap: 6px 22px; list-style: none; color: var(--quiet); font-size: 12.5px; }
.key li { display: flex; align-items: center; gap: 7px; }
table { width: 100%; border-collapse: collapse; }
table.standings { table-layout: fixed; }
.standings thead .who { width: 160px; }
.standings thead .amount { width: 200px; }
.standings thead .drawn { width: 278px; }
.standings thead .course-head { width: 322px; }
caption { text-align: left; padding: 0 0 14px; }
th, td { text-align: left; vertical-align: top; padding: 12px 22px 12px 0; font-weight: inherit; }
th:last-child, td:last-child { padding-right: 0; }
thead th { vertical-align: bottom; padding-top: 0; padding-bottom: 0; color: var(--quiet); font-size: 12.5px; border-bottom: 1px solid var(--ink); }
thead th .bar { margin-top: 8px; }
thead th:not(.drawn) { padding-bottom: 8px; }
tbody { border-bottom: 1px solid var(--line); }
.who { overflow-wrap: anywhere; }
.who b { display: block; font-size: 15px; font-weight: 600; }
.amount { white-space: nowrap; text-align: right; }
thead .amount { text-align: right; }
.amount b { font-size: 17px; font-weight: 600; }
.amount b.range { font-size: 14px; white-space: normal; }
.amount span { display: block; }
.word { white-space: normal; max-width: 22ch; margin-left: auto; }
.over .word, .over-review .word { font-weight: 600; }
.why { font-size: 13px; overflow-wrap: anywhere; }
.why ul { margin: 0; padding: 0; list-style: none; }
.why .doubt { color: var(--quiet); padding-left: 1.1em; text-indent: -1.1em; }
.steps td { padding-top: 0; padding-bottom: 10px; }
.unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
summary { cursor: pointer; color: var(--quiet); font-size: 12.5px; width: max-content; }
summary:hover { color: var(--ink); }
:focus-visible { outline: 2px solid var(--vscode-focusBorder, var(--used)); outline-offset: 2px; }
.plain { font-size: 13px; }
.plain caption { padding: 8px 0 6px; }
.plain th, .plain td { padding: 4px 18px 4px 0; }
.plain thead th { padding-bottom: 5px; border-bottom: 1px solid var(--line); }
.plain tbody { border: 0; }
.plain tbody tr { border-bottom: 1px solid var(--faint); }
.standing > th, .standing > td { padding-bottom: 5px; }
.plain .number { padding-right: 30px; text-align: right; white-space: nowrap; }
.plain .text { overflow-wrap: anywhere; }
.plain .crosses > * { font-weight: 600; }
.plain .day { white-space: nowrap; }
svg { display: block; overflow: visible; }
svg text { fill: var(--quiet); font-size: 11px; }
svg path { fill: none; stroke-width: 1; }
svg .used { fill: var(--used); }
svg .over { fill: var(--over); }
svg .hatch { fill: url(#hatch); }
svg .hatch-line { stroke: var(--paper); stroke-width: 1.6; }
svg .may { fill: var(--used); fill-opacity: 0.16; stroke: var(--used); stroke-dasharray: 3 2; }
svg.over-year .may { stroke: none; fill-opacity: 0.3; }
svg .axis { stroke: var(--line); }
svg .kx { stroke: var(--ink); stroke-width: 1.5; }
svg .review { stroke: var(--ink); stroke-dasharray: 4 3; }
svg.over-year .kx { stroke-width: 1; }
svg .open { stroke: var(--used); stroke-width: 1.5; stroke-dasharray: 1.5 3.5; }
svg .beyond { stroke: var(--ink); stroke-width: 1.5; }
svg .course { stroke: var(--used); stroke-width: 2; stroke-linejoin: round; }
svg .end { fill: var(--used); }
svg .balance { fill: var(--paper); stroke: var(--used); stroke-width: 1.5; }
svg .crossing { fill: var(--over); stroke: var(--paper); stroke-width: 1.5; }
svg .month { text-anchor: middle; font-size: 9.5px; }
svg .day { fill: var(--ink); font-size: 11px; font-weight: 600; paint-order: stroke; stroke: var(--paper); stroke-width: 3px; stroke-linejoin: round; }
.note { margin-top: 36px; padding-top: 12px; border-top: 1px solid var(--line); font-size: 12.5px; }
@media screen and (max-width: 1190px), print and (max-width: 860px) {
  body { padding: 20px; }
  .standings, .standings > tbody, .standings > caption, .standings > thead { display: block; }
  .standings .standing, .standings > thead > tr {
    display: grid; grid-template-columns: minmax(110px, 1fr) minmax(128px, auto) 300px; column-gap: 22px;
  }
  .standings > * > tr > * { padding-right: 0; }
  .standings > thead > tr > th { border: 0; padding-bottom: 0; width: auto; }
  .standings > thead > tr { border-bottom: 1px solid var(--ink); }
  .standings > thead .second { display: none; }
  .standings .course-cell { grid-column: 3; padding-top: 0; }
  .standings .why { grid-column: 1 / 3; grid-row: 2; padding-top: 0; }
  .standings .steps, .standings .steps > td { display: block; }
}
@media screen and (max-width: 620px) {
  .standings .standing { grid-template-columns: 1fr auto; }
  .standings > thead { display: none; }
  .standings .drawn, .standings .course-cell, .standings .why { grid-column: 1 / -1; grid-row: auto; padding-top: 0; }
  .plain th, .plain td { padding-right: 8px; }
  .plain .number { padding-right: 10px; }
}
@media (forced-colors: active) {
  :root, body.vscode-high-contrast, body.vscode-high-contrast-light {
    --paper: Canvas; --ink: CanvasText; --quiet: CanvasText; --used: CanvasText; --over: Highlight; --line: CanvasText; --faint: CanvasText;
  }
  svg { forced-color-adjust: none; }
  svg .used, svg .over { stroke: CanvasText; }
}
@media print {
  :root, body.vscode-high-contrast, body.vscode-high-contrast-light {
    color-scheme: light;
    --paper: #ffffff; --ink: #000000; --quiet: #333333; --used: #555555; --over: #000000; --line: #999999; --faint: #cccccc;
  }
  @page { size: landscape; margin: 12mm; }
  h2 { margin-top: 22px; }
  body { padding: 0; font-size: 12px; print-color-adjust: exact; -webkit-print-color-adjust: exact; }
  main { max-width: none; }
  h2, caption { break-after: avoid; }
  thead { display: table-header-group; }
  tr, .standings tbody { break-inside: avoid; }
  .plain tbody { break-inside: auto; }
  details:not([open]), tr.steps:has(details:not([open])) { display: none; }
  th, td { padding: 9px 16px 9px 0; }
  .standings thead .who { width: 100px; }
  .standings thead .amount { width: 178px; }
  .standings thead .drawn { width: 208px; }
  .standings thead .course-head { width: 256px; }
  svg.bar { width: 192px; height: auto; }
  svg.over-year { width: 240px; height: auto; }
  .amount b { font-size: 15px; }
  .amount b.range { font-size: 12.5px; }
  .why, .key { font-size: 11.5px; }
}
`;
