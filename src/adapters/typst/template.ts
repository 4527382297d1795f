/**
 * The PDF's layout in Typst. It takes the report as JSON and never as markup, so no text of a school can
 * become code: strings read from JSON are content. Measures follow GB/T 9704 (type area 156 × 225 mm,
 * 三号 text, 28 characters and 22 lines to a page).
 */
export const template = String.raw`
#let report = json("report.json")
#set document(title: report.title + report.subtitle, author: report.organisationName, date: none)
#let grey = luma(95)
#let seal = rgb("#9c1c1c")
#let size = 16pt
#let small = 10.5pt

#let running-head = if report.marks.len() == 0 { text(9pt, fill: grey, report.title + report.subtitle) } else {
  grid(columns: (1fr, auto), align: (left + horizon, right + horizon),
    text(9pt, fill: grey, report.title + report.subtitle),
    report.marks.map(mark => box(stroke: 0.6pt + seal, inset: (x: 4pt, y: 2pt), radius: 1pt, text(9pt, fill: seal, weight: "bold", mark))).join(h(6pt)))
}
#let watermark = if report.sample { place(center + horizon, rotate(-38deg, text(84pt, fill: luma(243), weight: "bold", tracking: 12pt, "示例数据"))) }
#let folio = context {
  let number = counter(page).get().first()
  let line = text(14pt)[#sym.dash.em #number #sym.dash.em]
  if calc.odd(number) { align(right, line + h(1em)) } else { align(left, h(1em) + line) }
}
#set page(paper: "a4", margin: (top: 37mm, bottom: 35mm, left: 28mm, right: 26mm), header-ascent: 12mm, footer-descent: 7mm, background: watermark, header: running-head)
#set text(font: "Noto Serif SC", size: size, lang: "zh", region: "cn", top-edge: 0.88em, bottom-edge: -0.12em, cjk-latin-spacing: none)
#set par(justify: true, leading: 12.9pt, spacing: 12.9pt, first-line-indent: (amount: 2em, all: true))
#show heading: set block(above: 18pt, below: 12.9pt, sticky: true)
#show heading: set par(first-line-indent: 0pt, justify: false)
#show heading: set text(size: size, weight: "bold")
#show heading.where(level: 1): set text(size: 18pt)
#show heading.where(level: 1): set block(above: 26pt, below: 16pt)
#show heading: it => if it.level == 1 { it } else { block(inset: (left: 2em), it.body) }
#set footnote.entry(separator: line(length: 30%, stroke: 0.5pt))
#show footnote.entry: set text(size: 10.5pt)
#show footnote.entry: set par(leading: 5pt, first-line-indent: 0pt)

#let printed(run) = {
  let body = if run.at("strong", default: false) { strong(run.text) } else { run.text }
  if "figure" in run {
    let linked = link(label("trace-" + run.figure), body)
    if run.first { [#linked#label("figure-" + run.figure)] } else { linked }
  } else if run.at("whole", default: false) { box(body) } else { body }
}
#let line-of(runs) = for run in runs { printed(run) }
#let notes(block) = for note in block.footnotes { footnote(line-of(note)) }
#let small-par(body) = { set text(size: small); set par(leading: 6pt, spacing: 6pt, first-line-indent: 0pt); body }
#let caption(body) = align(center, small-par(strong(body)))
#let remark(body) = small-par(text(fill: grey, body))

#let three-line(table-data, dense: false) = {
  let columns = table-data.shares.map(share => share * 1fr)
  let cell(entry) = table.cell(align: (if entry.align == "left" { left } else if entry.align == "right" { right } else { center }) + horizon,
    if entry.strong { strong(line-of(entry.runs)) } else { line-of(entry.runs) })
  let head = table-data.header.len()
  set text(size: if dense { 8.5pt } else { small })
  set par(leading: if dense { 3pt } else { 4.5pt }, first-line-indent: 0pt, justify: false)
  table(columns: columns, inset: (x: 4pt, y: if dense { 3pt } else { 5.5pt }), stroke: (x, y) => (
      top: if y == 0 { 1.2pt } else if y == head { 0.7pt } else if y > head { 0.3pt + luma(190) } else { none },
      bottom: 1.2pt),
    table.header(repeat: true, ..table-data.header.flatten().map(entry => cell((align: "center", strong: true, runs: entry.runs)))),
    ..table-data.rows.flatten().map(cell))
}

#let print-block(entry, dense: false) = {
  let kind = entry.kind
  if kind == "paragraph" { par(line-of(entry.runs) + notes(entry)) }
  else if kind == "heading" { heading(level: entry.level, outlined: false, bookmarked: true, entry.text) + notes(entry) }
  else if kind == "table" {
    block(sticky: true, width: 100%, above: 16pt, below: 6pt, caption(entry.caption + notes(entry)))
    block(width: 100%, above: 6pt, below: if entry.note == none { 16pt } else { 5pt }, three-line(entry, dense: dense))
    if entry.note != none { block(width: 100%, below: 16pt, remark(entry.note)) }
  }
  else if kind == "chart" {
    block(breakable: false, width: 100%, above: 14pt, below: 16pt, {
      set par(first-line-indent: 0pt)
      align(center, image(bytes(entry.svg), format: "svg", width: 100%, alt: entry.alt))
      v(2pt)
      caption(entry.caption + notes(entry))
      if entry.note != none { align(center, remark(entry.note)) }
    })
  }
}

// Cover
#page(header: none, footer: none, {
  set par(first-line-indent: 0pt, justify: false)
  set align(center)
  if report.marks.len() > 0 {
    block(width: 100%, stroke: 1pt + seal, inset: 8pt, text(14pt, fill: seal, weight: "bold", tracking: 4pt, report.marks.join("　·　")))
  }
  v(1fr)
  text(28pt, weight: "bold", par(leading: 16pt, report.titleLines.join("\n")))
  v(14pt)
  text(20pt, report.subtitle)
  v(2fr)
  text(18pt, report.signedBy)
  v(4pt)
  text(16pt, report.signedOn)
  v(24mm)
})

// Statement
#page(footer: none, {
  align(center, text(22pt, weight: "bold", "内容真实性责任声明"))
  v(20pt)
  for line in report.statement { par(line) }
  v(40pt)
  set par(first-line-indent: 0pt)
  align(right, block(width: 62%, align(left, {
    par("单位（盖章）：" + report.organisationName)
    par("负责人（签名）：")
    par("日期：" + report.signedOn)
  })))
})

// Contents
#page(footer: none, {
  align(center, text(22pt, weight: "bold", "目　　录"))
  v(12pt)
  set par(first-line-indent: 0pt, leading: 8pt, justify: false)
  show outline.entry.where(level: 1): set block(above: 12pt)
  show outline.entry.where(level: 1): set text(size: 14pt, weight: "bold")
  show outline.entry.where(level: 2): set block(above: 8pt)
  show outline.entry.where(level: 2): set text(size: 12pt)
  set outline.entry(fill: box(width: 1fr, repeat(text(size: 10pt, weight: "regular", fill: grey)[.], gap: 2pt)))
  outline(title: none, depth: 2, indent: 2em)
})

#set page(footer: folio, numbering: "1")
#counter(page).update(1)
#align(center, text(22pt, weight: "bold", report.title))
#align(center, text(16pt, report.subtitle))
#v(12pt)
#for entry in report.opening { print-block(entry) }
#for chapter in report.chapters {
  heading(level: 1, chapter.title)
  for section in chapter.sections {
    if section.title != "" { heading(level: 2, section.title) }
    for entry in section.blocks { print-block(entry) }
  }
}
#block(width: 100%, above: 40pt, breakable: false, { set par(first-line-indent: 0pt); set align(right); set par(hanging-indent: 0pt); pad(right: 2em, text(report.signedBy) + linebreak() + text(report.signedOn)) })

#for annex in report.annexes {
  pagebreak(weak: true)
  heading(level: 1, annex.title)
  for entry in annex.blocks { print-block(entry, dense: true) }
}

// Annex of traces
#if report.figures.len() > 0 {
  pagebreak(weak: true)
  heading(level: 1, "数字溯源表")
  set text(size: 7pt)
  set par(leading: 2.6pt, spacing: 3pt, first-line-indent: 0pt, justify: false)
  par(report.traceHelp)
  v(4pt)
  columns(2, gutter: 12pt, for figure in report.figures {
    par(hanging-indent: 2.4em, figure.marks.map(mark => [#strong(if mark.printed { link(label("figure-" + mark.id), mark.id) } else { mark.id })#label("trace-" + mark.id)]).join("、") + [　#figure.label　#strong(figure.text)] + { if figure.calculation.len() > 0 { [＝] + for term in figure.calculation { if type(term) == int { link(label("source-" + str(term)), report.operands.at(term)) } else { term } } } + if figure.exact != "" { [＝#figure.exact] } + if figure.missing != "" { text(fill: seal, figure.missing) } })
  })
  v(10pt)
  block(sticky: true, strong(text(11pt, "数据来源")))
  columns(2, gutter: 12pt, for (index, source) in report.sources.enumerate() {
    par(hanging-indent: 2.4em, [#strong(source.head)#label("source-" + str(index))] + source.body)
  })
  v(10pt)
  block(sticky: true, strong(text(11pt, "填报文件")))
  columns(2, for file in report.files { par(hanging-indent: 2em, file) })
}
`;
