// How a plan's page looks: on screens from 320 pixels wide, and on A4 paper for a board.
//
// Plain text on white throughout: every pair of colours has a contrast of at least 7 to 1, nothing
// is told by colour alone, and paper gets no ink but for words and lines.
#pragma once

namespace hearth {

inline constexpr const char* kPageStyle = R"css(
* { box-sizing: border-box; }
html { font: 100%/1.5 system-ui, "Liberation Sans", Arial, sans-serif; color: #0b0c0c;
  scroll-padding: 3rem; }
body { margin: 0 auto; max-width: 80rem; padding: 1rem; background: #fff; }
body, h1, h2, h3, h4, h5, p, li, dd, td, th, code { overflow-wrap: anywhere; }
h1 { font-size: 2rem; line-height: 1.2; margin: 1rem 0 0.5rem; }
h2 { font-size: 1.5rem; line-height: 1.25; margin: 2rem 0 0.75rem; }
h3 { font-size: 1.25rem; line-height: 1.3; margin: 1.5rem 0 0.5rem; }
h4 { font-size: 1.0625rem; margin: 1rem 0 0.25rem; }
h5 { font-size: 1rem; margin: 0.75rem 0 0.25rem; }
p, ul, ol, dl, table, pre { margin: 0 0 0.75rem; }
ul, ol { padding-left: 1.25rem; }
main > section > p, main > section > ul { max-width: 45rem; }
a { color: #00427a; text-underline-offset: 0.15em; }
a:visited { color: #4c2c92; }
a:focus-visible, main:focus-visible { outline: 3px solid #0b0c0c; outline-offset: 2px;
  background: #ffe45c; color: #0b0c0c; }
main:focus-visible { background: none; }
.skip { position: absolute; left: 1rem; top: -10rem; padding: 0.5rem 1rem; background: #fff; }
.skip:focus { top: 0.5rem; }
nav ul { list-style: none; padding-left: 0; }
nav ul ul { padding-left: 1.25rem; }
nav a { display: inline-block; min-height: 1.5rem; padding: 0.125rem 0; }
article { border-top: 1px solid #505a5f; }
.headline { border-top: 4px solid #0b0c0c; margin-top: 2rem; }
.flags { font-weight: 600; }
dt { font-weight: 600; margin-top: 0.5rem; }
dd { margin: 0; }
dd ul, li ul { margin: 0.25rem 0; }
table { border-collapse: collapse; width: 100%; }
caption { text-align: left; font-weight: 600; padding: 0.25rem 0; }
th, td { text-align: left; vertical-align: top; padding: 0.25rem 0.75rem 0.25rem 0;
  border-bottom: 1px solid #b1b4b6; }
th { font-weight: 600; }
pre, code { font-family: "Liberation Mono", Consolas, monospace; font-size: 0.875rem; }
pre code { display: block; }
pre { white-space: pre-wrap; overflow-wrap: anywhere; border-left: 4px solid #b1b4b6;
  padding-left: 0.75rem; }
footer { border-top: 1px solid #505a5f; margin-top: 2rem; padding-top: 0.5rem; }
@media (min-width: 60rem) {
  nav > ul { columns: 2; column-gap: 2rem; }
  nav ul ul { break-inside: avoid; }
  .sides { display: grid; gap: 0 2rem; grid-template-columns: minmax(0, 1fr) minmax(0, 1fr);
    grid-template-areas: "rule examples" "readings examples"; grid-template-rows: auto 1fr; }
  .rule { grid-area: rule; }
  .readings { grid-area: readings; }
  .examples { grid-area: examples; }
}
@page { size: A4; margin: 18mm 16mm 20mm;
  @bottom-right { content: counter(page) " of " counter(pages); font: 9pt sans-serif; } }
@media print {
  * { background: none !important; color: #000 !important; }
  html { font-size: 10pt; }
  body { max-width: none; padding: 0; }
  .skip { display: none; }
  a { text-decoration: none; }
  h1, h2, h3, h4, h5, caption, dt { break-after: avoid; }
  h1, h2, h3, h4, h5, tr, li, .example { break-inside: avoid; }
  p, dd, pre { orphans: 3; widows: 3; }
  .sides { display: grid; gap: 0 8mm; grid-template-columns: minmax(0, 1fr) minmax(0, 1fr);
    grid-template-areas: "rule readings" "examples examples"; grid-template-rows: auto; }
  .rule { grid-area: rule; }
  .readings { grid-area: readings; }
  .examples { grid-area: examples; }
  pre, code { font-size: 8.5pt; }
}
)css";

}  // namespace hearth
