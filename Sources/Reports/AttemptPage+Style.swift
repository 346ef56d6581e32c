/// How the page of an attempt looks, beside what all pages have.
extension AttemptPage {
  static let style = """
    .kind{display:flex;gap:.75rem;align-items:center;margin:0 0 .25rem;\
    color:var(--ink-secondary);font-weight:600}
    header{margin:0 0 1.25rem}
    .part::before{content:"\\00b7";margin:0 .5em}
    footer{margin-top:1rem}
    .beside{display:flex;flex-direction:column;gap:1rem}
    .beside>*{flex:1 0 auto}
    .score{text-align:center}.score h2{text-align:start}
    .ring{position:relative;max-width:15rem;margin:0 auto .5rem}
    .total{position:absolute;inset:0;display:flex;flex-direction:column;\
    justify-content:center;padding-top:1rem;margin:0}
    .total strong{font-size:3.25rem;line-height:1;font-variant-numeric:tabular-nums}
    .total span{color:var(--ink-secondary)}
    .faults{text-align:start;padding-inline-start:1.25rem;color:var(--high-text);font-weight:600}
    code{font:.8125em/1.4 ui-monospace,"SF Mono",Menlo,Consolas,"Liberation Mono",monospace;\
    overflow-wrap:anywhere}
    .code{display:block;color:var(--ink-secondary)}
    .unit{font-weight:400}
    .unassessed th{color:var(--ink-tertiary);font-weight:400}
    .criteria .chart{display:inline-block;width:min(9rem,30vw);height:auto;\
    vertical-align:middle;margin-inline-end:.75rem}
    .criteria td,.criteria tbody th{vertical-align:middle}
    .criteria td strong{display:inline-block;min-width:3.25em}
    .timeline .wide{overflow-x:auto}.timeline .chart{min-width:44rem}
    #timeline{cursor:default}
    .stage{position:relative;max-width:34rem;margin:0 auto;border-radius:10px;overflow:hidden;\
    border:1px solid var(--line)}
    .stage canvas,.stage .over{position:absolute;inset:0;width:100%;height:100%;\
    pointer-events:none}
    .over .mark{pointer-events:auto}
    .replaying #shown-ways{opacity:.16}
    #marks a:not(.here){visibility:hidden}
    .mark{cursor:pointer;outline:none}
    .mark:focus-visible{outline:none}
    .mark:focus-visible path:first-of-type,.mark.chosen path:first-of-type{\
    stroke:var(--teal);stroke-width:70;paint-order:stroke}
    .legend{list-style:none;padding:0;display:flex;flex-wrap:wrap;gap:.25rem 1.25rem;\
    margin:.75rem 0;font-size:.875rem;color:var(--ink-secondary)}
    .legend svg{width:2.25rem;height:.75rem;vertical-align:middle;margin-inline-end:.375rem}
    .player{padding-top:.25rem}
    .player label{display:flex;align-items:center;gap:.5rem}
    .scrubber{flex:1 1 60%}.scrubber input{flex:1;min-width:6rem}
    .player .button.primary{min-width:7rem}
    .clock{min-width:6em;white-space:nowrap}
    .advice ol{padding-inline-start:1.5rem}
    .advice li::marker{font-weight:700;color:var(--teal-deep)}
    .advice li+li{margin-top:1rem}
    .gain{color:var(--teal-deep);font-weight:600}
    a.moment{display:inline-block;padding:.125rem .375rem;margin:-.125rem 0;border-radius:6px;\
    font-variant-numeric:tabular-nums;min-height:1.5rem;min-width:1.5rem}
    .times{display:block;color:var(--ink-secondary);font-size:.8125rem;font-weight:400}
    .badge{width:1.75rem;height:1.75rem;display:block}
    #deductions td:last-child{min-width:16rem}
    #deductions tbody th{width:3rem}
    #deductions tbody tr:target,#deductions tbody tr.chosen{background:var(--teal-tint);\
    box-shadow:inset 3px 0 0 var(--teal)}
    .steps{display:grid;gap:1.5rem}
    .step{display:grid;gap:1.25rem;grid-template-columns:minmax(0,1fr);\
    border-top:1px solid var(--line);padding-top:1rem}
    .step>svg{max-width:16rem;border:1px solid var(--line);border-radius:8px}
    .measures{display:grid;gap:.5rem 1.25rem;\
    grid-template-columns:repeat(auto-fill,minmax(8.5rem,1fr))}
    .measures dt{color:var(--ink-secondary);font-size:.8125rem}
    .measures dd{margin:0;font-weight:600;font-variant-numeric:tabular-nums}
    .step caption{font-size:.9375rem}
    .definitions{position:absolute;width:0;height:0;overflow:hidden}
    @media (min-width:56rem),print{
    .score{grid-column:span 4}.criteria{grid-column:span 8}
    .replay{grid-column:span 5}.beside{grid-column:span 7}
    .areas{grid-column:span 7}.origin{grid-column:span 5}
    .step{grid-template-columns:14rem minmax(0,1fr)}}
    @media screen and (min-width:56rem){.code{white-space:nowrap}}
    @media print{
    .timeline .chart{min-width:0}.stage canvas{display:none}.replaying #shown-ways{opacity:1}
    .step{break-inside:avoid;grid-template-columns:42mm minmax(0,1fr)}
    .total strong{font-size:26pt}.stage{max-width:70mm}
    #deductions td:last-child{min-width:40mm}.badge{width:5.5mm;height:5.5mm}
    .criteria .chart{width:26mm}.moment{text-decoration:none;color:inherit}
    .gain .moment{display:none}}

    """
}
