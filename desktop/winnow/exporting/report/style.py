"""How the report looks: in a browser and on its paper, and in the subset of CSS that Qt's printing knows."""

BROWSER = """
:root { color-scheme: light; }
body { margin: 0; background: #F6F7F9; color: #1B1F27; -webkit-print-color-adjust: exact; print-color-adjust: exact;
  font: 15px/1.55 system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "Apple SD Gothic Neo",
  "Malgun Gothic", "Noto Sans KR", "Noto Sans CJK KR", sans-serif;
  font-variant-numeric: tabular-nums; }
.page { max-width: 820px; margin: 32px auto; padding: 48px 56px; background: #fff; border: 1px solid #E3E6EB;
  border-radius: 12px; }
h1 { font-size: 30px; line-height: 1.2; margin: 0; overflow-wrap: anywhere; }
h2 { font-size: 20px; margin: 44px 0 12px; padding-top: 20px; border-top: 1px solid #E3E6EB; }
h3 { font-size: 15px; margin: 24px 0 8px; overflow-wrap: anywhere; }
p { margin: 8px 0; }
:lang(ko) { word-break: keep-all; }
.soft, .note { color: #5B6472; }
.note { font-size: 13px; }
.warn { background: #FCF0D5; border-radius: 8px; padding: 10px 14px; }
.good { background: #E3F4E8; border-radius: 8px; padding: 10px 14px; }
.mark { display: inline-block; min-width: 16px; box-sizing: border-box; padding: 0 3px; border-radius: 4px;
  text-align: center; font-size: 11px; line-height: 16px; font-weight: 700; vertical-align: 1px; }
table { border-collapse: collapse; width: 100%; margin: 10px 0; font-size: 14px; }
table.data td, table.data th { padding: 5px 10px 5px 0; border-bottom: 1px solid #E3E6EB; text-align: right;
  overflow-wrap: anywhere; }
table.data th { color: #5B6472; font-weight: 500; }
table.data td.word, table.data th.word { text-align: left; }
table.tiles td { padding: 4px 20px 4px 0; vertical-align: top; color: #5B6472; font-size: 13px; }
table.tiles b { display: block; font-size: 26px; line-height: 1.3; color: #1B1F27; font-weight: 650; }
table.matrix { width: auto; }
table.matrix td, table.matrix th { padding: 10px 14px; text-align: center; border: 2px solid #fff; min-width: 40px;
  border-radius: 6px; font-weight: 500; }
table.matrix th { color: #5B6472; }
table.cards td { width: 25%; vertical-align: top; padding: 6px 10px 10px 0; font-size: 12.5px; color: #5B6472;
  overflow-wrap: anywhere; }
table.side > tbody > tr > td { width: 50%; vertical-align: top; padding: 0 12px 0 0; color: #5B6472; font-size: 13px; }
table.side svg { width: 100%; height: auto; }
img { border-radius: 6px; margin: 0 4px 4px 0; vertical-align: top; }
svg { max-width: 100%; }
@media (max-width: 700px) { .page { margin: 0; padding: 24px 18px; border: 0; border-radius: 0; } }
@media print { body { background: #fff; font-size: 10.5pt; }
  .page { margin: 0; padding: 0; border: 0; max-width: none; }
  h2, h3, h3 + .note { break-after: avoid; } tr, svg, img, .strip, .warn, .good { break-inside: avoid; } }
@page { margin: 18mm 16mm; }
"""

PRINTED = """
body { color: #1B1F27; font-size: 9.5pt; }
h1 { font-size: 20pt; margin: 0; }
h2 { font-size: 14pt; margin-top: 22px; margin-bottom: 6px; }
h3 { font-size: 10.5pt; margin-top: 12px; margin-bottom: 4px; }
p { margin-top: 4px; margin-bottom: 4px; }
.soft, .note { color: #5B6472; }
.note { font-size: 8.5pt; }
.warn { background-color: #FCF0D5; }
.good { background-color: #E3F4E8; }
.mark { font-size: 7.5pt; font-weight: bold; }
table { margin-top: 4px; margin-bottom: 6px; }
th { color: #5B6472; font-weight: normal; text-align: right; }
table.data td { text-align: right; }
table.data td.word, table.data th.word { text-align: left; }
table.tiles td { color: #5B6472; font-size: 8.5pt; }
table.tiles b { font-size: 16pt; color: #1B1F27; }
table.matrix td, table.matrix th { text-align: center; }
table.cards td { color: #5B6472; font-size: 7.5pt; }
"""
