/** The audit page's style sheet, in the manner of the report's own page: calm on screen, on a phone and on paper. */
export const styleSheet = `
:root{--ink:#1f2328;--quiet:#59636e;--line:#d8dde3;--paper:#fff;--ground:#f3f4f6;--blue:#1f4e79;--seal:#9c1c1c;--proof:#b3261e;--proof-ground:#fbe3e1;--warning:#8a5a00;--warning-ground:#fdeecb;--note:#3f5b77;--note-ground:#e3eaf1;--serif:"Noto Serif SC","Source Han Serif SC","Songti SC",STSong,SimSun,serif;--sans:"PingFang SC","Microsoft YaHei","Noto Sans SC","Source Han Sans SC",sans-serif;--mono:Consolas,Menlo,"Noto Sans Mono","Noto Sans SC","Microsoft YaHei",monospace}
*{box-sizing:border-box}
html{scroll-padding-top:4rem;-webkit-text-size-adjust:100%}
body{margin:0;background:var(--ground);color:var(--ink);font:14px/1.7 var(--sans);overflow-wrap:break-word}
a,.link{color:var(--blue)}
button{font:inherit;color:inherit}
[hidden]{display:none!important}
:focus-visible{outline:3px solid #e0a100;outline-offset:2px;border-radius:2px}
#text:focus,#findings:focus{outline:0}
.skip{position:absolute;left:-99rem}.skip:focus{left:1rem;top:.4rem;z-index:9;background:#fff;padding:.3rem 1rem}
.bar{position:sticky;top:0;z-index:3;display:flex;gap:1rem;align-items:center;padding:.45rem 1.5rem;background:var(--paper);border-bottom:2px solid var(--seal)}
.bar .name{flex:1;font-weight:600;min-width:0;overflow:hidden;text-overflow:ellipsis;white-space:nowrap}.bar a{white-space:nowrap}
.frame,#summary{max-width:84rem;margin:0 auto}
#summary{padding:1.2rem 1.5rem 0}
#summary .kind{margin:0;color:var(--seal);font-weight:600;letter-spacing:.1em}
h1{font:700 1.5rem/1.45 var(--serif);margin:.1rem 0 .8rem}
h2{font:600 1rem/1.5 var(--sans);margin:0 0 .5rem;border-left:3px solid var(--seal);padding-left:.5em}
.halves{display:grid;grid-template-columns:minmax(0,1fr) minmax(0,1fr);gap:1.25rem}
.halves>section{background:var(--paper);border:1px solid var(--line);padding:1rem 1.25rem;min-width:0}
.facts{display:grid;grid-template-columns:repeat(3,minmax(0,1fr));gap:.5rem 1rem;margin:0 0 .9rem}.facts div{min-width:0}.facts dt{color:var(--quiet);font-size:12.5px;line-height:1.4}.facts dd{margin:0;font-weight:600;overflow-wrap:anywhere;line-height:1.5}
.counts{display:grid;grid-template-columns:repeat(3,1fr);gap:.6rem;list-style:none;margin:0 0 .6rem;padding:0}
.counts li{padding:.35rem .8rem;border-left:4px solid;background:var(--ground);display:flex;align-items:baseline;gap:.6rem}.counts b{font:700 1.5rem/1.3 var(--serif)}
.counts .proof,.finding.proof .tier,#tip .proof{color:var(--proof)}.counts .warning,.finding.warning .tier,#tip .warning{color:var(--warning)}.counts .note,.finding.note .tier,#tip .note{color:var(--note)}
.aside{margin:.2rem 0;color:var(--quiet);font-size:13px;line-height:1.6}
.verdict{margin:.3rem 0;padding:.6rem .9rem;background:#e9f2ea;border-left:4px solid #3c7a4a;font-weight:600}
.outline{margin:.7rem 0 0;padding-top:.6rem;border-top:1px solid var(--line)}.outline p{margin:0}.outline .missing{color:var(--proof)}
.grade{display:inline-block;border:1px solid;padding:0 .5em;border-radius:2px;font-weight:600;line-height:1.6}.grade-A,.grade-B{color:#2f6b3c}.grade-C{color:var(--warning)}.grade-D{color:var(--proof)}
.scroll{overflow-x:auto}
table{border-collapse:collapse;width:100%;font-variant-numeric:tabular-nums}
.coverage{font-size:13px;line-height:1.5}.coverage th,.coverage td{padding:.22rem .5rem;border-bottom:1px solid var(--line);text-align:right;white-space:nowrap}.coverage thead th{color:var(--quiet);font-weight:400}.coverage tr>:first-child{text-align:left;white-space:normal;padding-left:0;font-weight:400}.coverage .silent{color:var(--warning);font-weight:600}
.coverage b{display:inline-block;min-width:2.4em;font-weight:400}.bar-of{display:inline-block;width:3.2rem;height:.5rem;background:#e6e9ed;vertical-align:middle}.bar-of i{display:block;height:100%;background:#5b7ea3}
.frame{display:grid;grid-template-columns:minmax(0,1fr) 26rem;gap:1.25rem;padding:1.25rem 1.5rem 3rem;align-items:start}
#text{background:var(--paper);border:1px solid var(--line);padding:1rem 3.2rem 3rem;min-width:0}
.legend{margin:0 0 1.2rem;padding-bottom:.6rem;border-bottom:1px solid var(--line);color:var(--quiet);font-size:12.5px}.legend .m{cursor:default;margin-left:.7em}
#text article{font:17px/1.95 var(--serif)}
#text article p{margin:.35rem 0;text-indent:2em;white-space:pre-line}
#text h3,#text h4,#text h5,#text h6{font:700 1rem/1.7 var(--serif);margin:1.3rem 0 .4rem;white-space:pre-line}
#text .level-0{font-size:1.6rem;line-height:1.5;text-align:center;margin:1rem 0 1.6rem}#text .level-1{font-size:1.3rem;border-bottom:2px solid var(--seal);padding-bottom:.35rem;margin-top:2.4rem}#text .level-2{font-size:1.1rem}#text .level-3,#text .level-4{padding-left:2em}
#text ul{margin:.35rem 0;padding-left:3.2em}#text li.bare{list-style:none;margin-left:-1.2em}#text .number{text-indent:0}
#text table{margin:1rem 0;font-size:.84rem;line-height:1.6;border-top:2px solid var(--ink);border-bottom:2px solid var(--ink)}#text th,#text td{padding:.35rem .6rem;border-bottom:1px solid var(--line);text-align:left;white-space:pre-line;min-width:4.5em}#text .scroll .number{text-align:right;white-space:nowrap;min-width:0}#text th{font-weight:700;text-align:center}
.notes{border-top:1px solid var(--line);margin-top:2rem;font-size:.84rem}#text .notes h3{font-size:1rem;margin:.8rem 0 .3rem}#text .notes p{text-indent:0}.where{font:600 12px/1.6 var(--sans);color:var(--quiet);border:1px solid var(--line);padding:0 .4em}
.m{text-indent:0;text-decoration:underline dotted #8fa6be 1px;text-underline-offset:.28em;border-radius:2px}
.js #text article .m{cursor:pointer}
.m.q:not(.proof):not(.warning):not(.note):hover{background:#e6eef6}.m.proof:hover{background:#f6cfcb}.m.warning:hover{background:#fbe0a4}.m.note:hover{background:#d2dde8}
.m.proof{background:var(--proof-ground);text-decoration:underline solid var(--proof) 2px}.m.warning{background:var(--warning-ground);text-decoration:underline solid #c98a00 2px}.m.note{background:var(--note-ground);text-decoration:underline dashed var(--note) 1.5px}
.m:not(.q):not(.proof):not(.warning):not(.note){text-decoration:none}
.m.q.proof,.m.q.warning{font-weight:700}
.m.point::before{content:"‸";font-weight:700;color:var(--proof)}.m.point.warning::before{color:var(--warning)}.m.point.note::before{color:var(--note)}
.m.active.proof{box-shadow:0 -2px 0 var(--proof),0 3px 0 var(--proof)}.m.active.warning{box-shadow:0 -2px 0 #c98a00,0 3px 0 #c98a00}.m.active.note{box-shadow:0 -2px 0 var(--note),0 3px 0 var(--note)}
.m.flash{animation:flash .6s 3}@keyframes flash{50%{background:#ffd84d}}
ins{text-decoration:underline double #2f6b3c;text-underline-offset:.2em;background:#edf6ee}del{color:#7a3b36;text-decoration:line-through}
#findings{position:sticky;top:3.2rem;max-height:calc(100vh - 4rem);overflow:auto;background:var(--paper);border:1px solid var(--line);padding:0 0 1rem}
#findings>h2{margin:.9rem 1rem .5rem}.total{color:var(--quiet);font-weight:400}
#findings>.verdict,#findings>.aside{margin:0 1rem .3rem}
#filters{display:none;padding:0 1rem .5rem;border-bottom:1px solid var(--line)}.js #filters{display:block}#filters p{margin:.3rem 0 0;color:var(--quiet);font-size:13px;min-height:1.9rem}#filters summary{cursor:pointer;font-size:13px;color:var(--quiet);margin-top:.3rem}
.chip{border:1px solid #b6bec8;background:#fff;border-radius:3px;padding:.1rem .6rem;margin:.2rem .35rem 0 0;cursor:pointer;font-size:13px}.chip:hover{background:#eef3f8}.chip[aria-pressed=true]{background:var(--blue);border-color:var(--blue);color:#fff}
.chip.proof{border-color:var(--proof)}.chip.warning{border-color:#c98a00}.chip.note{border-color:var(--note)}.chip.proof[aria-pressed=true]{background:var(--proof)}.chip.warning[aria-pressed=true]{background:var(--warning)}.chip.note[aria-pressed=true]{background:var(--note)}
#show-all,.shut,.place{border:1px solid var(--line);background:#fff;border-radius:3px;cursor:pointer;padding:.05rem .6rem;font-size:13px}
.groups,.echoes{list-style:none;margin:0;padding:0}.group{border-bottom:1px solid var(--line)}
.echoes{margin:0 0 .4rem 1.6rem;border-left:2px solid var(--line)}
.finding{border-left:4px solid transparent;background:#fff}.finding.proof{border-color:var(--proof)}.finding.warning{border-color:#c98a00}.finding.note{border-color:#8ea3b8}
.echoes .finding{border-left-width:0}
.head{display:block;width:100%;text-align:left;border:0;background:none;padding:.5rem 1rem .5rem .75rem;cursor:pointer;line-height:1.55}.head:hover{background:#f6f8fa}.open>.head{background:#f1f5f9}.head:focus-visible{outline-offset:-3px}
.top{display:block;font-size:13px;color:var(--quiet)}.index{display:inline-block;min-width:1.7em;text-align:center;background:var(--ground);border-radius:2px;color:var(--ink);margin-right:.35em}.tier{font-weight:700}.code{font:600 12.5px var(--mono);color:var(--ink);margin:0 .2em}
.message{display:block;margin-top:.1rem}
.card{padding:.1rem 1rem .8rem .75rem}.js .card{display:none}.js .open>.card{display:block}
.card dl{display:grid;grid-template-columns:auto minmax(0,1fr);gap:.45rem .8rem;margin:.2rem 0 0}.card dt{color:var(--quiet);font-size:12.5px;padding-top:.1rem;white-space:nowrap}.card dd{margin:0}.card ol{margin:0;padding-left:1.4em}
.card code{display:block;font:13.5px/1.6 var(--mono);background:#f6f8fa;border:1px solid var(--line);padding:.1rem .6rem;overflow-wrap:anywhere;white-space:pre-wrap}
.card .places{list-style:none;padding:0}.places li{margin:0 0 .3rem}.role{color:var(--quiet);font-size:12.5px;margin-right:.3em}.place{text-align:left;background:#f6f9fc;border-color:#bfd0e2;max-width:100%;overflow-wrap:anywhere}.place:hover{background:#e3edf7}.place:disabled{color:var(--quiet);cursor:default}
.link{border:0;background:none;padding:0 .3em;text-decoration:underline;cursor:pointer}.also{margin:.2rem 0;font-size:13px}
.shut{display:none;margin-top:.6rem}.js .open .shut{display:inline-block}
#tip{position:fixed;z-index:6;max-width:min(22rem,calc(100vw - 16px));background:#fff;border:1px solid #aab4bf;border-radius:3px;box-shadow:0 4px 16px #0003;padding:.5rem .8rem;font-size:13px;line-height:1.6;pointer-events:none}#tip dl{display:grid;grid-template-columns:auto 1fr;gap:0 .9rem;margin:0}#tip dt{color:var(--quiet);white-space:nowrap}#tip dd{margin:0;overflow-wrap:anywhere}#tip p{margin:.2rem 0 0;font-weight:600}
@media(max-width:1020px){.halves,.frame{display:block}.halves>section+section{margin-top:1rem}#findings{position:static;max-height:none;overflow:visible;margin-top:1.25rem}#text{padding:1rem 2rem 2rem}
.finding.sheet{position:fixed;z-index:5;left:0;right:0;bottom:0;max-height:56vh;overflow:auto;border-left:0;border-top:4px solid;box-shadow:0 -6px 24px #0003}.finding.sheet.proof{border-top-color:var(--proof)}.finding.sheet.warning{border-top-color:#c98a00}.finding.sheet.note{border-top-color:#8ea3b8}}
@media(max-width:640px){.bar{padding:.4rem 1rem}#summary{padding:.9rem 0 0}#summary .kind,h1{padding:0 1rem}h1{font-size:1.25rem}.halves>section{border-width:1px 0;padding:.9rem 1rem}.facts{grid-template-columns:1fr 1fr}.frame{padding:1rem 0 2rem}#text,#findings{border-width:1px 0}#text{padding:.8rem 1rem 2rem}#text article{font-size:16px}#text .level-0{font-size:1.3rem}#text .level-3,#text .level-4{padding-left:0}.bar-of{display:none}.coverage th,.coverage td{padding:.25rem .35rem}.counts li{padding:.3rem .5rem;gap:.4rem}#text ul{padding-left:1.6em}#text .scroll table{min-width:28rem}}
@media(prefers-reduced-motion:no-preference){html{scroll-behavior:smooth}}
@media(prefers-reduced-motion:reduce){.m.flash{animation:none;background:#ffd84d}}
@media print{@page{size:A4;margin:20mm 18mm}html{scroll-behavior:auto}body{background:#fff;font-size:10pt}.bar,.skip,#tip,#filters,.shut,.legend .m+b{display:none!important}#summary,.frame{padding:0;max-width:none}.frame,.halves{display:block}.halves>section{border:0;padding:0}.halves>section+section{margin-top:1rem}#text{border:0;padding:0;margin-top:1.2rem}#text article{font-size:11pt;line-height:1.8}.js .card,.card{display:block!important}.also{display:none!important}
#findings{position:static;max-height:none;overflow:visible;border:0;padding:0;break-before:page}#findings>h2{margin-left:0}.finding{break-inside:avoid}.finding.sheet{position:static;max-height:none;box-shadow:none}.place,.link{border:0;background:none;padding:0;text-decoration:none;color:inherit}.head{padding-left:.6rem;background:none!important}h3,h4,h5,h6{break-after:avoid}tr{break-inside:avoid}.scroll{overflow:visible}
.m[data-n]::after{content:"\\2060[" attr(data-n) "]";font:600 7.5pt/1 var(--sans);vertical-align:super;color:var(--seal);text-decoration:none;}.m{-webkit-print-color-adjust:exact;print-color-adjust:exact}.m.active{box-shadow:none!important}:focus-visible{outline:0}.card dl{gap:.1rem .8rem}.places li{display:inline;margin-right:1.2em}.card{padding-bottom:.4rem}.head{padding-top:.35rem;padding-bottom:.1rem}.card code{border:0;background:none;padding:0}.bar-of,.counts li,.finding{-webkit-print-color-adjust:exact;print-color-adjust:exact}a{color:inherit;text-decoration:none}}
`.trim();
