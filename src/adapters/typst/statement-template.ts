/** The 填报确认表's layout in Typst: A4, to be stamped and signed; strings read from JSON are content and never code. */
export const statementTemplate = String.raw`
#let statement = json("statement.json")
#let seal = rgb("#9c1c1c")
#let grey = luma(95)
#set document(title: statement.title, author: statement.organisationName, date: none)
#let watermark = if statement.sample { place(center + horizon, rotate(-38deg, text(84pt, fill: luma(243), weight: "bold", tracking: 12pt, "示例数据"))) }
#set page(paper: "a4", margin: (x: 20mm, top: 18mm, bottom: 18mm), background: watermark,
  footer: context text(8.5pt, fill: grey, grid(columns: (1fr, auto), column-gutter: 12pt,
    [#statement.organisationName　#statement.year 年度],
    [内容哈希 #statement.shortHash　第 #counter(page).display() 页，共 #counter(page).final().first() 页])))
#set text(font: "Noto Serif SC", size: 10pt, lang: "zh", region: "cn", cjk-latin-spacing: none)
#set par(leading: 6pt, spacing: 8pt, justify: false)
#let head(body) = block(above: 13pt, below: 6pt, sticky: true, text(11.5pt, weight: "bold", body))
#let rule = 0.4pt + luma(150)
#let lined(columns, header, rows, aligns) = table(columns: columns, inset: (x: 4pt, y: 3.4pt), stroke: rule,
  align: (x, y) => if y == 0 { center + horizon } else { aligns.at(x) + horizon },
  table.header(repeat: true, ..header.map(each => table.cell(fill: luma(240), strong(each)))),
  ..rows.flatten())

#align(center, text(17pt, weight: "bold", statement.title))
#align(center, text(11pt, [#statement.year 年度]))
#v(4pt)
#table(columns: (auto, 1fr, auto, 1fr), inset: (x: 6pt, y: 5pt), stroke: rule,
  [填报单位], strong(statement.organisationName), [机构代码], statement.organisation,
  [数据期间], statement.period, [填报状态], statement.stateText,
)

#head("一、填报情况")
#{
  set text(size: 8pt)
  set par(leading: 3pt)
  let half = calc.ceil(statement.ledgers.len() / 2)
  let part(ledgers) = lined((1.25fr, 0.62fr, 1fr), ("台账", "填报", "科室确认"), ledgers.map(each => (each.zh, each.filled, each.confirmed)), (left, right, left))
  grid(columns: (1fr, 1fr), column-gutter: 6pt, part(statement.ledgers.slice(0, half)), if statement.ledgers.len() > half { part(statement.ledgers.slice(half)) })
}

#if statement.figures.len() > 0 {
  head("二、主要数据")
  set text(size: 9pt)
  lined((1fr, auto, auto, auto), ("数据项", "本年", "上年", "增减"), statement.figures.map(each => (each.zh, each.text, each.previous, each.change)), (left, right, right, left))
}

#head("三、预警及说明")
#if statement.proofs > 0 { text(fill: seal, weight: "bold", [尚有 #statement.proofs 处硬错未改正，本表不能作为签字依据。]) }
#let unexplained = statement.warnings.filter(each => each.explanation == "").len()
#if statement.proofs == 0 and unexplained > 0 { text(fill: seal, weight: "bold", [尚有 #unexplained 项未填或未说明，本表不能作为签字依据。]) }
#if statement.warnings.len() == 0 { [无预警。] } else {
  set text(size: 9pt)
  lined((auto, 1.3fr, 1fr), ("序号", "预警", "说明"), statement.warnings.enumerate().map(((at, each)) => (str(at + 1), each.message, if each.explanation == "" { text(fill: seal, "未说明") } else { each.explanation })), (center, left, left))
}

#block(breakable: false, width: 100%, above: 16pt, {
  head("四、确认")
  par([本单位确认：以上数据按指标口径如实填报，与原始台账一致，无虚报、瞒报、漏报；所附说明属实。])
  if statement.signed != "" { par(strong(statement.signed)) }
  v(4pt)
  // A round seal is 42 mm across: its field leaves room for it beside the signatures.
  let line = box(width: 1fr, stroke: (bottom: 0.5pt), outset: (bottom: 2pt), "")
  table(columns: (1fr, 1fr), rows: 52mm, inset: 10pt, stroke: rule,
    grid(rows: (1fr, 1fr, 1fr), align: left + horizon,
      [填　表　人：#line],
      [联系电话：#line],
      [单位负责人（签字）：#line]),
    grid(rows: (1fr, auto), [单位（盖章）：], align(right, [　　　　年　　月　　日])),
  )
  v(4pt)
  text(8pt, fill: grey, par(leading: 4pt, [内容哈希（SHA-256）：#statement.hash。系统中的填报内容与本表不一致时，哈希不同。本表于 #statement.madeOn 生成。]))
})
`;
