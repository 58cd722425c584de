// How the page of a review looks: on a screen by day and by night, and on paper.
#include "review/page_parts.hpp"

namespace kith::review {

std::string_view page_style() {
  return R"css(
:root {
  --paper: #fbf9f4; --card: #ffffff; --ink: #23221f; --soft: #6b675e; --line: #e6e0d3;
  --meeting: #0072b2; --again: #c04f00; --promise: #00805d; --together: #a8527f; --joy: #a36a00;
  --time: #857d6d;
}
@media (prefers-color-scheme: dark) {
  :root {
    --paper: #15171c; --card: #1d2027; --ink: #ecebe6; --soft: #a5a39b; --line: #2f333d;
    --meeting: #56b4e9; --again: #f08a4b; --promise: #35c79b; --together: #e29bc4; --joy: #f0b93f;
    --time: #b5ad9c;
  }
}
* { box-sizing: border-box; }
body {
  margin: 0; background: var(--paper); color: var(--ink);
  font: 17px/1.55 Georgia, 'Iowan Old Style', 'Palatino Linotype', 'DejaVu Serif', serif;
}
main { max-width: 62rem; margin: 0 auto; padding: 3.5rem 1.5rem 3rem; }
h1, h2, h3, .over, figcaption, footer, time, .legend {
  font-family: system-ui, 'Segoe UI', Roboto, 'Helvetica Neue', 'DejaVu Sans', sans-serif;
}
.over { color: var(--soft); letter-spacing: .14em; text-transform: uppercase; font-size: .72rem; margin: 0; }
h1 { font-size: clamp(2.4rem, 7vw, 4.2rem); font-weight: 650; letter-spacing: -.03em; line-height: 1.05; margin: .3rem 0 .8rem; }
.lead { font-size: 1.25rem; max-width: 44rem; margin: 0 0 2.2rem; overflow-wrap: anywhere; }
h2 { font-size: 1.05rem; font-weight: 650; margin: 2.8rem 0 .9rem; }
h3 { font-size: .8rem; font-weight: 600; color: var(--soft); margin: 1.5rem 0 .35rem; }
figure { margin: 0; background: var(--card); border: 1px solid var(--line); border-radius: 14px; padding: 1rem; }
figure svg { display: block; width: 100%; height: auto; }
figcaption { font-size: .82rem; color: var(--soft); padding-top: .6rem; overflow-wrap: anywhere; }
.legend { display: flex; flex-wrap: wrap; gap: .25rem 1.1rem; list-style: none; margin: 0; padding: .7rem 0 0; font-size: .82rem; color: var(--soft); }
.legend li::before, .moments li::before { content: ''; display: inline-block; width: .62rem; height: .62rem; border-radius: 50%; background: var(--c); }
.legend li::before { margin-right: .4rem; }
.pair { display: grid; grid-template-columns: 1fr 1fr; gap: 1rem; }
.moments { list-style: none; margin: 0; padding: 0; }
.moments li { display: grid; grid-template-columns: .62rem 3.6rem 1fr; gap: .8rem; align-items: baseline; padding: .3rem 0; break-inside: avoid; }
.moments time { font-size: .82rem; color: var(--soft); white-space: nowrap; }
.moments p { margin: 0; overflow-wrap: anywhere; }
.cards { display: grid; grid-template-columns: repeat(auto-fit, minmax(16rem, 1fr)); gap: 1rem; margin-top: 2.8rem; }
.card { background: var(--card); border: 1px solid var(--line); border-radius: 14px; padding: 1rem 1.2rem; break-inside: avoid; }
.card h2 { margin: 0 0 .5rem; }
.card p { margin: .35rem 0; overflow-wrap: anywhere; }
.meeting { --c: var(--meeting); } .again { --c: var(--again); } .promise { --c: var(--promise); }
.together { --c: var(--together); } .joy { --c: var(--joy); } .time { --c: var(--time); }
svg .dot { fill: var(--c); stroke: var(--card); }
svg text { fill: var(--soft); font-family: system-ui, 'Segoe UI', Roboto, 'DejaVu Sans', sans-serif; }
svg .name { fill: var(--ink); paint-order: stroke; stroke: var(--card); stroke-linejoin: round; }
svg .axis { stroke: var(--line); }
svg .ties { stroke: var(--soft); fill: none; }
svg .new { stroke: var(--ink); }
footer { margin-top: 3rem; padding-top: 1rem; border-top: 1px solid var(--line); font-size: .8rem; color: var(--soft); }
@media (max-width: 40rem) {
  main { padding: 2rem 1rem; }
  .pair { grid-template-columns: 1fr; }
  .moments li { grid-template-columns: .62rem 1fr; }
  .moments p { grid-column: 2; }
}
@media print {
  :root {
    --paper: #fff; --card: #fff; --ink: #000; --soft: #555; --line: #ccc;
    --meeting: #0072b2; --again: #c04f00; --promise: #00805d; --together: #a8527f; --joy: #a36a00; --time: #857d6d;
  }
  @page { margin: 16mm; }
  body { font-size: 11pt; print-color-adjust: exact; -webkit-print-color-adjust: exact; }
  main { padding: 0; max-width: none; }
  h2, h3 { break-after: avoid; }
  figure { break-inside: avoid; }
}
)css";
}

}  // namespace kith::review
