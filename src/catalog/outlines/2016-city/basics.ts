/** Chapter 一, 基本情况: schools and students, facilities, teachers. */
import { available, belowStandard, chart, paragraph, positive, rows, section, standardTable, when, yearTable } from "../../../core/definition/narrative.ts";
import type { OutlineChapter } from "../../../core/definition/outline.ts";

const scale = section(
  "basics.scale",
  "规模和结构",
  ["students.schools", "students.enrolled", "students.intake", "students.retention", "programmes.offered"],
  paragraph(
    "截至{year}年底，{whole}共有中等职业学校{students.schools}，其中市直{students.citySchools}[（含民办{students.cityPrivateSchools}）]、县（市、区）{students.countySchools}[；学校总数{change students.schools}]。",
    "学历教育在校生{students.enrolled}[，{change students.enrolled}][，分年级看，{list students.enrolled by grade}]。",
    "女生{students.enrolled@gender=female}，占在校生的{students.femaleShare}；寄宿生{students.boarders}，占{students.boarderShare}；农村户籍学生{students.rural}，占{students.ruralShare}。",
    "按面向的产业分，开设专业点{programmes.offered}[，其中{list programmes.offered by industrySector}]。",
  ),
  paragraph(
    "{year}年，{whole}共完成中职学历招生{students.intake}（不含技工院校）[，{change students.intake}][，{growth students.intake}][；按学历教育类别分，{list students.intake by schooling}]。",
    "上级下达的招生任务为{students.task}[，任务完成率为{students.taskCompletion}[，{change students.taskCompletion}]]。",
    "同期普通高中招生{students.generalIntake}，中职招生占高中阶段招生数的{students.vocationalShare}[，所占比重{change students.vocationalShare}]。",
    "另有技工学历招生{students.technicalIntake}，不计入上述招生数。",
  ),
  paragraph(
    "上年末在校生{students.opening}，年内招收新生{students.newByGender}[、转入与复学{students.transferredIn}]，毕业{students.graduatedByGender}、离校{students.left}，年末在校生{students.enrolled}。",
    "离校学生按原因分，{list students.leftByReason by leaveReason}。",
    "以上年末在校生为基数，巩固率为{students.retention}[，{change students.retention}]，其中一年级{students.retentionOne}、二年级{students.retentionTwo}、三年级及以上{students.retentionThree}。",
  ),
  paragraph(
    "职业教育宣传贯穿全年，各级各校共开展招生宣传活动{students.publicityEvents}[，{change students.publicityEvents}][；其中{list students.publicityEvents by publicityKind}]，参加{students.publicityParticipants}。",
    "市级层面举办",
    rows("students.publicity", { own: true, most: 4 }, "“{.title}”（{.heldOn}，{.participants}参加）"),
    "，让初中学校、家长和企业走进校园了解职业教育。",
  ),
  yearTable("招生与在校生主要指标", "students.enrolled", "students.intake", "students.task", "students.taskCompletion", "students.vocationalShare", "students.left", "students.retention", "students.femaleShare"),
  chart("在校生年级构成", "pie", { kind: "members", measure: "students.enrolled", by: "grade" }),
  chart("各校在校生规模", "bar", { kind: "organisations", measure: "students.enrolled", of: "school" }),
  { kind: "organisationTable", title: "各校基本情况", of: "school", measures: ["students.enrolled", "students.intake", "employment.graduates", "teachers.fullTime", "teachers.studentTeacherRatio"] },
);

export const facilities = section(
  "basics.facilities",
  "设施设备",
  ["facilities.equipmentValue", "facilities.equipmentValuePerStudent", "facilities.workstationsPerStudent", "facilities.books", "facilities.booksPerStudent"],
  paragraph(
    "办学条件以生均水平衡量。",
    "{schools}校园占地面积{facilities.landArea}，生均{facilities.landPerStudent}；校舍建筑面积{facilities.buildingArea}，生均{facilities.buildingPerStudent}[，{change facilities.buildingPerStudent}]。",
    "教学辅助用房{facilities.teachingArea}、实训用房{facilities.practiceArea}、学生宿舍{facilities.dormitoryArea}，寄宿生均宿舍面积{facilities.dormitoryPerBoarder}。",
    "按现有校舍和设施核定，最大办学规模为{facilities.campusCapacity}，年末在校生为核定规模的{improvement.capacityUse}。",
    "固定资产总值{facilities.fixedAssets}[，{change facilities.fixedAssets}]。",
  ),
  paragraph(
    "{schools}教学仪器设备值为{facilities.equipmentValue}[，{change facilities.equipmentValue}]；年内新增{facilities.equipmentAdded}[、报废{facilities.equipmentDisposed}]。",
    "生均教学仪器设备值为{facilities.equipmentValuePerStudent}[，{change facilities.equipmentValuePerStudent}][，达到标准的学校有{meeting facilities.equipmentValuePerStudent}]。",
    "校内实训实习工位{facilities.workstations}[，{change facilities.workstations}]，生均{facilities.workstationsPerStudent}[，{change facilities.workstationsPerStudent}]。",
    "实训基地共{facilities.baseCount}[，其中{list facilities.baseCount by basePlace}]。",
  ),
  paragraph(
    "图书资源共{facilities.books}，年内新增{facilities.booksAdded}[、剔旧{facilities.booksDisposed}][，馆藏总量{change facilities.books}]；生均图书{facilities.booksPerStudent}[，{change facilities.booksPerStudent}]。",
    when(belowStandard("facilities.booksPerStudent"), ["生均图书低于设置标准{standard facilities.booksPerStudent}的要求[，尚有{failing facilities.booksPerStudent}学校需要补充馆藏]。"]),
  ),
  paragraph("另有电子图书{facilities.electronicBooks}；学生阅览座位{facilities.studentReadingSeats}，教师阅览座位{facilities.teacherReadingSeats}，电子阅览座位{facilities.electronicSeats}。"),
  paragraph(
    "信息化方面，教学用计算机{facilities.computers}[，{change facilities.computers}]，每百名在校生拥有{facilities.computersPer100Students}；多媒体教室{facilities.multimediaRooms}，网络信息点{facilities.networkPoints}，数字教学资源{facilities.digitalResources}。",
    "在用管理信息系统{facilities.informationSystems}[，建有虚拟仿真实训基地{facilities.virtualBases}]。",
  ),
  standardTable(
    "办学条件主要指标与标准对照",
    "facilities.landPerStudent",
    "facilities.buildingPerStudent",
    "facilities.equipmentValue",
    "facilities.equipmentValuePerStudent",
    "facilities.workstations",
    "facilities.workstationsPerStudent",
    "facilities.books",
    "facilities.booksPerStudent",
    "facilities.computersPer100Students",
  ),
  chart("各校生均教学仪器设备值", "bar", { kind: "organisations", measure: "facilities.equipmentValuePerStudent", of: "school" }),
);

export const teachers = section(
  "basics.teachers",
  "教师队伍",
  ["teachers.staff", "teachers.fullTime", "teachers.studentTeacherRatio", "teachers.subjectShare", "teachers.doubleQualifiedShare", "teachers.establishment"],
  paragraph(
    "截至{year}年底，{schools}共有教职工{teachers.staff}[，{change teachers.staff}]，其中专任教师{teachers.fullTime}[，{change teachers.fullTime}]，专任教师占教职工总数的{teachers.fullTimeShare}。",
    "生师比为{teachers.studentTeacherRatio}[，{change teachers.studentTeacherRatio}][，设置标准为不高于{standard teachers.studentTeacherRatio}]。",
    "机构编制部门核定编制{teachers.establishment}，在编教职工{teachers.established}，编制使用率为{teachers.establishmentUse}[，年内新增编制{teachers.newPosts}]。",
  ),
  paragraph(
    "从任教类别看，专业课教师{teachers.subject}，占专任教师总数的{teachers.subjectShare}[，所占比重{change teachers.subjectShare}]；公共基础课教师{teachers.common}。",
    when(
      belowStandard("teachers.subjectShare"),
      ["专业课教师比重低于设置标准{standard teachers.subjectShare}的要求[，未达标学校有{failing teachers.subjectShare}]，专业课教师是今后补充的重点。"],
      ["专业课教师比重符合设置标准不低于{standard teachers.subjectShare}的要求[，达标学校有{meeting teachers.subjectShare}]。"],
    ),
    "“双师型”教师{teachers.doubleQualified}[，{change teachers.doubleQualified}]，占专业课教师的{teachers.doubleQualifiedShare}[，{change teachers.doubleQualifiedShare}]；以专任教师为基数，“双师型”教师占{teachers.doubleQualifiedShareOfFullTime}。",
    "聘用企业兼职教师{teachers.enterprisePartTime}[，{change teachers.enterprisePartTime}]，相当于专业课教师的{teachers.partTimeShareOfSubject}[，这一比例{change teachers.partTimeShareOfSubject}][；企业兼职教师全年授课{teachers.partTimeHours}]。",
  ),
  paragraph(
    "从学历看，专任教师中具有硕士研究生及以上学历的{teachers.masters}，占专任教师总数的{teachers.masterShare}[，{change teachers.masterShare}]；具有本科及以上学历的{teachers.bachelorAndAbove}，占专任教师总数的{teachers.bachelorShare}[，{change teachers.bachelorShare}]。",
    "从职称看，高级职称教师{teachers.senior}，占专任教师总数的{teachers.seniorShare}[，{change teachers.seniorShare}]；各级职称分布为{list teachers.byTitle by teacherTitle}。",
    "从年龄看，{list teachers.byAge by teacherAge}，35岁及以下教师占{teachers.youngShare}。",
    "市级及以上专业（学科）带头人{teachers.programmeLeaders}[，特级教师{teachers.specialGrade}]。",
  ),
  paragraph(
    "年内新补充专任教师{teachers.hired}，减少专任教师{teachers.departed}[，减少的教师中{list teachers.departed by outflowWay}]。",
    when(available("teachers.movedToCommon"), [when(positive("teachers.movedToCommon"), ["因课程结构调整，由专业课转任公共基础课{teachers.movedToCommon}[，由公共基础课转任专业课{teachers.movedToSubject}]。"])]),
  ),
  standardTable(
    "教师队伍主要指标",
    "teachers.staff",
    "teachers.fullTime",
    "teachers.studentTeacherRatio",
    "teachers.subject",
    "teachers.subjectShare",
    "teachers.doubleQualified",
    "teachers.doubleQualifiedShare",
    "teachers.enterprisePartTime",
    "teachers.partTimeShareOfSubject",
    "teachers.masterShare",
    "teachers.bachelorShare",
    "teachers.seniorShare",
  ),
  chart("专任教师职称构成", "pie", { kind: "members", measure: "teachers.byTitle", by: "teacherTitle" }),
);

export const basics: OutlineChapter = { code: "basics", title: "基本情况", sections: [scale, facilities, teachers] };
