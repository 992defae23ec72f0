// How a copy looks, on any screen and on paper: it carries everything itself, since it is read where nothing of ours is.
export const PAGE_STYLE = `
:root{color-scheme:light}
*{box-sizing:border-box}
body{font:16px/1.55 "Hanken Grotesk",system-ui,-apple-system,"Segoe UI",sans-serif;color:#181e20;background:#f7f9f9;
max-width:56rem;margin:0 auto;padding:clamp(1.25rem,5vw,4rem) clamp(1rem,4vw,2rem) 4rem}
header{border-bottom:2px solid #eb4620;padding-bottom:1.5rem;max-width:44rem}
h1{font-size:clamp(1.75rem,5vw,2.75rem);line-height:1.1;letter-spacing:-.02em;margin:0 0 .5rem;text-wrap:balance}
h2{font-size:1.5rem;line-height:1.2;letter-spacing:-.01em;margin:3.5rem 0 0}
h3{font-size:1rem;margin:1.5rem 0 .5rem;color:#4c5558;font-weight:600}
header p{margin:.5rem 0 0}.made{color:#4c5558}
article{background:#fff;border:1px solid #dbe1e2;border-radius:10px;padding:.75rem 1rem;margin:0 0 .5rem}
dl{margin:0;display:grid;gap:.25rem}
dl>div{display:grid;grid-template-columns:minmax(9rem,13rem) minmax(0,1fr);gap:0 1rem}
dt{color:#4c5558}dd{margin:0;overflow-wrap:anywhere;white-space:pre-wrap}
dl>div:has(>dd>dl){grid-template-columns:minmax(0,1fr)}dd>dl{border-left:2px solid #dbe1e2;padding-left:.75rem;margin:.25rem 0}
@media (max-width:40rem){dl>div{grid-template-columns:minmax(0,1fr);margin-bottom:.25rem}dt{font-size:.875rem}}
@media print{@page{margin:18mm}body{font-size:10.5pt;background:#fff;max-width:none;padding:0}
article{border-width:0 0 1px;border-radius:0;padding:.5rem 0;break-inside:avoid}
h1,h2,h3{break-after:avoid}h2{margin-top:2rem}}
`;
