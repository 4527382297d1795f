/** The page's style sheet: an official report on screen, on a phone and on paper. */
export const styleSheet = `
:root{--ink:#1f2328;--quiet:#59636e;--line:#d8dde3;--paper:#fff;--ground:#f3f4f6;--blue:#1f4e79;--seal:#9c1c1c;--serif:"Noto Serif SC","Source Han Serif SC","Songti SC",STSong,SimSun,serif;--sans:"PingFang SC","Microsoft YaHei","Noto Sans SC","Source Han Sans SC",sans-serif}
*{box-sizing:border-box}
html{scroll-padding-top:5rem;-webkit-text-size-adjust:100%}
body{margin:0;background:var(--ground);color:var(--ink);font:17px/1.95 var(--serif);overflow-wrap:break-word}
a{color:var(--blue)}
:focus-visible{outline:3px solid #e0a100;outline-offset:2px;border-radius:2px}
.skip{position:absolute;left:-99rem}.skip:focus{left:1rem;top:1rem;z-index:9;background:#fff;padding:.3rem 1rem}
.bar{position:sticky;top:0;z-index:3;display:flex;gap:1rem;align-items:center;padding:.45rem 1.5rem;background:var(--paper);border-bottom:2px solid var(--seal);font:14px/1.5 var(--sans)}
.bar .name{flex:1;font-weight:600;min-width:0;overflow:hidden;text-overflow:ellipsis;white-space:nowrap}
.mark{display:inline-block;border:1px solid var(--seal);color:var(--seal);padding:0 .5em;border-radius:2px;font:600 13px/1.7 var(--sans);white-space:nowrap}
#search{position:relative;flex:0 1 20rem}
#search input{width:100%;font:inherit;padding:.3rem .7rem;border:1px solid #8c959f;border-radius:4px;background:#fff;color:inherit}
#results{position:absolute;right:0;left:0;top:100%;margin:.25rem 0 0;padding:.25rem;list-style:none;background:#fff;border:1px solid var(--line);border-radius:4px;box-shadow:0 6px 20px #0003;max-height:60vh;overflow:auto}
#results button{display:flex;justify-content:space-between;gap:1rem;width:100%;border:0;background:none;font:inherit;text-align:left;padding:.35rem .5rem;cursor:pointer;color:inherit}
#results button:hover,#results button:focus{background:#eaf1f8}#results b{white-space:nowrap;color:var(--blue)}
.visually-hidden{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
.frame{display:grid;grid-template-columns:16rem minmax(0,50rem);gap:2rem;justify-content:center;max-width:84rem;margin:0 auto;padding:1.5rem}
#contents-box{position:sticky;top:4rem;align-self:start;max-height:calc(100vh - 5rem);overflow:auto;font:14px/1.6 var(--sans)}
#contents-box summary{font-weight:600;cursor:pointer;padding:.3rem .6rem}
#contents ol{list-style:none;margin:0;padding:0}#contents ol ol{padding-left:1em}
#contents a{display:block;padding:.16rem .6rem;color:var(--ink);text-decoration:none;border-left:3px solid transparent}
#contents a:hover{background:#e8edf2}#contents a[aria-current]{border-color:var(--seal);color:var(--seal);background:#fff}
#contents li li a{color:var(--quiet);font-size:13px}
article{background:var(--paper);border:1px solid var(--line);padding:3.5rem 4rem;min-width:0}
.cover{text-align:center;padding:2rem 0 3.5rem;border-bottom:1px solid var(--line);margin-bottom:2.5rem}
.cover h1{font-size:2.05rem;line-height:1.5;margin:1.2rem 0 .6rem;letter-spacing:.04em;text-wrap:balance}
.cover p{margin:.3rem 0;font-size:1.15rem;text-align:center;text-indent:0}.cover .issuer{margin-top:2.5rem}
.statement{border-bottom:1px solid var(--line);padding-bottom:2.5rem;margin-bottom:2.5rem}
.statement h2{text-align:center;border:0}.statement .signatures{width:22rem;max-width:100%;margin:2rem 0 0 auto}.statement .signatures p{text-indent:0}
h2{font:700 1.35rem/1.5 var(--serif);margin:3rem 0 1rem;padding-bottom:.4rem;border-bottom:2px solid var(--seal)}
h3{font:700 1.12rem/1.6 var(--serif);margin:2rem 0 .6rem}h4,h5{font:700 1rem/1.7 var(--serif);margin:1.4rem 0 .4rem;padding-left:2em}
article p{margin:.35rem 0;text-indent:2em;text-align:justify}
.sign-off{margin-top:3rem}.sign-off p{text-align:right;text-indent:0;padding-right:2em}
button[data-figure].n{all:unset;display:inline;cursor:pointer;font:inherit;line-height:1.3;color:inherit;text-indent:0;text-decoration:underline dotted #5b7ea3 1px;text-underline-offset:.28em}.k{white-space:nowrap}
button[data-figure].n:hover{background:#e3edf7;text-decoration-color:var(--blue)}
button[data-figure].n[aria-expanded=true]{background:#d3e4f5;box-shadow:0 0 0 2px #d3e4f5}
button[data-figure].n:focus-visible{outline:3px solid #e0a100;outline-offset:2px}
figure{margin:1.8rem 0}figcaption,.caption{font:700 .92rem/1.6 var(--serif);text-align:center;text-indent:0}
figure svg{display:block;width:100%;height:auto}figure svg text{font-family:var(--serif)}
.scroll{overflow-x:auto}
article table{border-collapse:collapse;width:100%;font-size:.88rem;line-height:1.6;border-top:2px solid var(--ink);border-bottom:2px solid var(--ink);font-variant-numeric:tabular-nums}
article th,article td{padding:.4rem .6rem;border-bottom:1px solid var(--line);overflow-wrap:anywhere}
article th{font-weight:700;text-align:center;word-break:keep-all}article thead tr:last-child th{border-bottom:1px solid var(--ink)}
article td.number,article th.number{overflow-wrap:normal;white-space:nowrap}
.left{text-align:left}.center{text-align:center}.right{text-align:right}
article .remark{font-size:.84rem;color:var(--quiet);text-indent:0;margin:.3rem 0}
figure details{font:13px/1.6 var(--sans)}figure summary{cursor:pointer;color:var(--quiet);text-align:center}
.notes{border-top:1px solid var(--line);margin-top:1.5rem;font-size:.84rem;line-height:1.7}.notes ol{padding-left:1.6em;margin:.5rem 0}sup a{text-decoration:none;padding:0 .15em}
#trace{position:fixed;z-index:5;top:3rem;right:0;bottom:0;width:min(27rem,100vw);overflow:auto;background:#fff;border-left:1px solid var(--line);box-shadow:-8px 0 28px #0002;padding:1.1rem 1.4rem 2rem;font:14px/1.7 var(--sans)}
#trace[hidden]{display:none}
#trace-close{position:sticky;top:0;float:right;border:1px solid var(--line);background:#fff;font:inherit;padding:.1rem .7rem;border-radius:4px;cursor:pointer}
#trace h2{font:600 1.1rem/1.5 var(--sans);border:0;margin:0;padding:0}#trace h2:focus{outline:0}
#trace .printed{font:700 1.9rem/1.3 var(--serif);color:var(--blue);margin:.2rem 0 .6rem}
#trace h3{font:600 .95rem/1.5 var(--sans);margin:1.2rem 0 .4rem;border-left:3px solid var(--seal);padding-left:.5em}
#trace dl{display:grid;grid-template-columns:auto 1fr;gap:.1rem 1rem;margin:0}#trace dt{color:var(--quiet)}#trace dd{margin:0;overflow-wrap:anywhere}
#trace .calculation{background:#f6f8fa;padding:.6rem .8rem;margin:0;overflow-wrap:anywhere}#trace .operand{background:#e3edf7;padding:0 .3em;border-radius:2px}
#trace details{border:1px solid var(--line);border-radius:4px;margin:.4rem 0}#trace summary{cursor:pointer;padding:.4rem .7rem;font-weight:600}
#trace .origin,#trace .version{color:var(--quiet);font-weight:400;font-size:12px;margin-left:.6em}#trace p.version{margin:1rem 0 0}
#trace table{border-collapse:collapse;width:100%;font-size:12.5px;line-height:1.5}#trace th,#trace td{text-align:left;padding:.25rem .6rem;border-top:1px solid var(--line);vertical-align:top;overflow-wrap:anywhere}
#trace th{color:var(--quiet);font-weight:400;white-space:nowrap}#trace .number{text-align:right;font-variant-numeric:tabular-nums;white-space:nowrap}
#trace .missing{color:var(--seal);margin:.4rem .7rem}
.print-mark{display:none}
@media(min-width:1021px){.tracing .frame{margin-right:27rem;grid-template-columns:13rem minmax(0,50rem);gap:1.2rem;padding-right:1rem}.tracing article{padding:3rem 2.2rem}}
@media(max-width:1020px){.frame{display:block;padding:1rem}#contents-box{position:static;max-height:none;background:#fff;border:1px solid var(--line);margin-bottom:1rem}#contents-box summary{padding:.6rem 1rem}article{padding:2rem 2.5rem}}
@media(max-width:640px){body{font-size:16px}.bar{flex-wrap:wrap;padding:.4rem .8rem;gap:.3rem .6rem}.bar .name{flex:1 1 100%}#search{flex:1 1 9rem}.frame{padding:0}#contents-box{border-width:0 0 1px;margin:0}article{border:0;padding:1.2rem 1rem 3rem}.cover{padding:1rem 0 2rem}.cover h1{font-size:1.5rem}article p{text-align:left}h4,h5{padding-left:0}.scroll table{min-width:30rem}figure svg{min-width:34rem}#trace{top:auto;left:0;width:100%;max-height:72vh;border:0;border-top:3px solid var(--seal);border-radius:10px 10px 0 0}}
@media(prefers-reduced-motion:no-preference){html{scroll-behavior:smooth}}
@media print{@page{size:A4;margin:25mm 24mm 22mm 26mm;@bottom-center{content:"— " counter(page) " —";font:10pt var(--serif)}}body{background:#fff;font:12pt/1.8 var(--serif)}.bar,#contents-box,#trace,.skip,figure details{display:none!important}.frame{display:block;padding:0;margin:0;max-width:none}article{border:0;padding:0}.cover{break-after:page;border:0;padding-top:30vh}.statement{break-after:page;border:0}h2,h3,h4,h5,.caption{break-after:avoid}figure{break-inside:avoid}tr{break-inside:avoid}thead{display:table-header-group}.scroll{overflow:visible}button[data-figure].n{text-decoration:none}.print-mark{display:block;position:fixed;z-index:-1;top:40%;left:0;right:0;text-align:center;font:700 76pt/1 var(--serif);letter-spacing:.15em;color:#000;opacity:.06;transform:rotate(-35deg)}}
`.trim();
