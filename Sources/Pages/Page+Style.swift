extension Page {
  /// Shadows at the sides of what can be scrolled, as long as something is hidden there: two that stay,
  /// and two covers that move with what is scrolled.
  private static let sideShadows: String = {
    let sides = [("right", "0"), ("left", "100%")]
    let covers = sides.map {
      "linear-gradient(to \($0),var(--surface) 40%,transparent) \($1) 0/3rem 100% no-repeat local"
    }
    let shadows = sides.map {
      "linear-gradient(to \($0),var(--edge),transparent) \($1) 0/.5rem 100% no-repeat scroll"
    }
    return "background:" + (covers + shadows).joined(separator: ",")
  }()

  /// What all pages look like.
  ///
  /// Classes for pages to use: `page` (the column of the page), `card`, `grid` (cards beside each
  /// other), `wide` (a card over the whole grid), `facts` (a list of terms and values), `pill` with
  /// `good`, `bad`, `warning`, `note` (secondary text), `number` (a cell of figures), `chart`,
  /// `controls`, `button`, `screen-only`, `print-only`, `visually-hidden`.
  static let baseStyle = """
    :root{\(Palette.declarations(isDark: false));color-scheme:light}
    @media screen and (prefers-color-scheme:dark){:root{\
    \(Palette.declarations(isDark: true));color-scheme:dark}}
    *,*::before,*::after{box-sizing:border-box}
    html{-webkit-text-size-adjust:100%;text-size-adjust:100%}
    body{margin:0;background:var(--window);color:var(--ink);font:1rem/1.5 Inter,system-ui,\
    -apple-system,"Segoe UI",Roboto,"Noto Sans","Liberation Sans",Arial,sans-serif;\
    overflow-wrap:break-word}
    .page{max-width:80rem;margin:0 auto;padding:1.5rem}
    h1,h2,h3{line-height:1.25;margin:0 0 .5rem;font-weight:600;text-wrap:balance}
    h1{font-size:1.75rem}h2{font-size:1.125rem}h3{font-size:1rem}
    p,ul,ol,dl{margin:0 0 .75rem}
    a{color:var(--teal-deep)}
    :focus-visible{outline:3px solid var(--teal);outline-offset:3px;border-radius:4px}
    .grid{display:grid;gap:1rem;grid-template-columns:repeat(12,minmax(0,1fr))}
    .grid>*{grid-column:span 12;min-width:0}
    .card{background:var(--surface);border:1px solid var(--line);border-radius:12px;\
    padding:1.25rem}
    .card>:last-child{margin-bottom:0}
    .note{color:var(--ink-secondary);font-size:.875rem}
    .facts{display:grid;grid-template-columns:max-content minmax(0,1fr);gap:.25rem 1rem}
    .facts dt{color:var(--ink-secondary)}.facts dd{margin:0}
    .pill{display:inline-block;padding:.25rem .875rem;border-radius:999px;font-weight:600;\
    background:var(--sunken);color:var(--ink)}
    .pill.good{background:var(--in-band-tint);color:var(--in-band-text)}
    .pill.bad{background:var(--high-tint);color:var(--high-text)}
    .pill.warning{background:var(--low-tint);color:var(--low-text)}
    .good-text{color:var(--in-band-text)}.bad-text{color:var(--high-text)}\
    .warning-text{color:var(--low-text)}
    .number{text-align:end;font-variant-numeric:tabular-nums;white-space:nowrap}
    .table{overflow-x:auto;margin:0 0 .75rem;\(sideShadows)}
    table{border-collapse:collapse;width:100%;font-size:.9375rem}
    caption{text-align:start;font-size:1.125rem;font-weight:600;line-height:1.25;\
    padding:0 0 .5rem}
    th,td{padding:.5rem .625rem;text-align:start;vertical-align:top;\
    border-block-start:1px solid var(--line)}
    th.number,td.number{text-align:end}
    thead th{color:var(--ink-secondary);font-size:.8125rem;font-weight:500;\
    vertical-align:bottom;border-block-start:0}
    tbody th{font-weight:500}
    tfoot th,tfoot td{font-weight:600;border-block-start:2px solid var(--edge)}
    thead button{font:inherit;color:inherit;background:none;border:0;margin:-.5rem -.625rem;\
    padding:.5rem .625rem;min-height:2.75rem;width:calc(100% + 1.25rem);text-align:inherit;\
    cursor:pointer;border-radius:6px}
    thead button:hover{background:var(--sunken);color:var(--ink)}
    thead button::after{content:"\\2195";margin-inline-start:.375em;color:var(--ink-tertiary)}
    th[aria-sort=ascending] button::after{content:"\\2191";color:var(--teal-deep);\
    font-weight:700}
    th[aria-sort=descending] button::after{content:"\\2193";color:var(--teal-deep);\
    font-weight:700}
    th[aria-sort=ascending] button,th[aria-sort=descending] button{color:var(--ink);\
    font-weight:600}
    .chart{display:block;width:100%;height:auto}
    .chart text{font-family:inherit;fill:var(--ink-secondary)}
    .button{font:inherit;font-weight:600;min-height:2.75rem;min-width:2.75rem;\
    padding:.5rem 1rem;color:var(--ink);background:var(--surface);\
    border:1.5px solid var(--edge);border-radius:10px;cursor:pointer}
    .button:hover{background:var(--sunken)}
    .button.primary{background:var(--teal);border-color:var(--teal);color:var(--on-teal)}
    .button.primary:hover{background:var(--teal-deep);border-color:var(--teal-deep)}
    .controls{display:flex;flex-wrap:wrap;gap:.75rem;align-items:center}
    select,input[type=range]{font:inherit;min-height:2.75rem;accent-color:var(--teal)}
    select{color:var(--ink);background:var(--surface);border:1.5px solid var(--edge);\
    border-radius:8px;padding:.25rem .5rem}
    .visually-hidden{position:absolute;width:1px;height:1px;overflow:hidden;\
    clip-path:inset(50%);white-space:nowrap}
    .print-only{display:none}
    [hidden]{display:none!important}
    @media (prefers-reduced-motion:reduce){*{transition:none!important;\
    animation:none!important;scroll-behavior:auto!important}}
    @page{size:A4;margin:14mm}
    @media print{body{font-size:9.5pt;background:#fff;-webkit-print-color-adjust:exact;\
    print-color-adjust:exact}
    .page{max-width:none;padding:0}.grid{gap:4mm}
    .card{break-inside:avoid;padding:4mm}.card.long{break-inside:auto}
    tr,h1,h2,h3,caption{break-inside:avoid}h1,h2,h3{break-after:avoid}
    thead{display:table-header-group}
    th,td{padding:1.2mm 1.6mm}table{font-size:9pt}
    .screen-only,thead button::after{display:none!important}.print-only{display:block}
    thead button{display:contents}.table{overflow:visible;background:none}}

    """
}
