/** Style of the card and the bar. `!important` on the host wins over every rule of the page (CSS Scoping 3.3.1). */
export const STAGE_CSS = `
:host { all: initial !important; display: block !important; position: fixed !important; inset: 0 auto auto 0 !important;
  width: 0 !important; height: 0 !important; z-index: 2147483647 !important; contain: layout style !important; }
.stage { position: absolute; left: 0; top: 0; width: max-content; font: 13px/1.45 system-ui, sans-serif;
  color: var(--ink); background: var(--paper); border: 1px solid var(--hair); border-radius: 6px;
  user-select: none; -webkit-user-select: none; color-scheme: light; text-align: start; cursor: default;
  --ink: #1d1b20; --soft: #5d5963; --paper: #fffefc; --hair: #cfc9d3; --accent: #7c3a8c; --press: #f3ecf5; }
.stage[data-tone='dark'] { color-scheme: dark;
  --ink: #ece8ef; --soft: #b3adb9; --paper: #232126; --hair: #4b4650; --accent: #d6a4e2; --press: #372f3b; }
.stage *, .stage *::before { box-sizing: border-box; }
dialog, fieldset { all: unset; display: block; }
.card { box-sizing: border-box; width: 320px; max-width: calc(100vw - 16px); max-height: calc(100vh - 16px); overflow: auto; padding: 12px; outline: none; }
.speaker { margin: 0; font: 600 15px/1.35 system-ui, sans-serif; overflow-wrap: anywhere;
  display: -webkit-box; -webkit-line-clamp: 3; -webkit-box-orient: vertical; overflow: hidden; }
.role { margin: 0; color: var(--soft); overflow-wrap: anywhere;
  display: -webkit-box; -webkit-line-clamp: 2; -webkit-box-orient: vertical; overflow: hidden; }
.facts { margin: 6px 0 0; color: var(--soft); overflow-wrap: anywhere; }
.facts .kind { color: var(--ink); text-decoration: underline solid 1px var(--accent); text-underline-offset: 3px; }
.facts .kind[data-kind='mixed'] { text-decoration-style: dashed; }
.facts .kind[data-kind='indirect'] { text-decoration-style: dotted; text-decoration-thickness: 1.5px; }
.why { margin: 6px 0 0; padding: 0; list-style: none; color: var(--soft); font-size: 12px; overflow-wrap: anywhere; }
.why li + li { margin-top: 2px; }
.row { display: flex; flex-wrap: wrap; gap: 4px; margin-top: 8px; align-items: center; }
.row.judge { border-top: 1px solid var(--hair); padding-top: 8px; }
button { all: unset; box-sizing: border-box; min-height: 26px; padding: 3px 8px; border-radius: 4px; cursor: pointer;
  color: var(--ink); font: inherit; line-height: 18px; border: 1px solid var(--hair); text-align: start; overflow-wrap: anywhere; }
button:hover { background: var(--press); }
button:focus-visible { outline: 2px solid var(--accent); outline-offset: 1px; }
button[aria-pressed='true'] { border-color: var(--accent); background: var(--press); }
button.plain { border-color: transparent; padding: 0 2px; min-height: 0; color: inherit; text-decoration: underline dotted 1px; text-underline-offset: 3px; }
.names { display: grid; gap: 4px; margin-top: 6px; max-height: 150px; overflow: auto; padding: 2px; }
.status { display: block; margin: 6px 0 0; color: var(--soft); }
.status:empty { display: none; }
.bar { display: flex; flex-wrap: wrap; align-items: center; gap: 2px; padding: 4px; max-width: calc(100vw - 16px); outline: none; }
.bar .status { flex-basis: 100%; margin: 2px 6px 4px; max-width: 260px; }
.bar button { border-color: transparent; }
.bar .colour { width: 28px; height: 28px; padding: 4px; display: grid; place-items: center; }
.bar .colour::before { content: 'a'; width: 18px; text-align: center; color: #1d1b20; background: var(--stroke); border-radius: 2px;
  text-decoration: underline var(--line) 2px var(--drawn); text-underline-offset: 2px; }
.colour[data-colour='amber'] { --stroke: #ffe28a; --drawn: #965c00; --line: solid; }
.colour[data-colour='green'] { --stroke: #b4e8c8; --drawn: #1a733e; --line: double; }
.colour[data-colour='blue'] { --stroke: #bcd9ff; --drawn: #1860b0; --line: dashed; }
.colour[data-colour='rose'] { --stroke: #ffc9d9; --drawn: #be285c; --line: wavy; }
.colour[data-colour='grey'] { --stroke: #d4d6da; --drawn: #5c5c60; --line: dotted; }
.bar .gap { width: 1px; height: 18px; background: var(--hair); margin: 0 4px; }
@media (forced-colors: active) {
  .stage { background: Canvas; color: CanvasText; border-color: CanvasText; }
  button { border-color: ButtonText; }
  .bar .colour::before { forced-color-adjust: none; }
}
`;
