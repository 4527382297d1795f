/** A few figures that everybody asks for first, with their change against last year. */
import { useQuery } from "@tanstack/react-query";
import { Card, Skeleton } from "antd";
import { useContext } from "react";
import { call } from "../../client.ts";
import { PathLink } from "../../components/path-link.tsx";
import { useSayProblem } from "../../components/problem.tsx";
import { homeWords } from "../../messages/home.ts";
import { LanguageContext, useWords } from "../../messages/text.ts";
import { useMe } from "../../session.ts";
import { grouped } from "../reading/indicators/numbers.ts";
import { useYear } from "../../year.ts";

/** Codes of the catalog, in the order shown; those that have no value are left out. */
const asked = [
  "students.enrolled",
  "students.schools",
  "teachers.studentTeacherRatio",
  "teachers.doubleQualifiedShare",
  "facilities.equipmentValuePerStudent",
  "attainment.certificateShare",
  "employment.rate",
  "employment.matchedRate",
];

export function FiguresCard() {
  const say = useWords(homeWords);
  const sayProblem = useSayProblem();
  const me = useMe();
  const year = useYear();
  const { language } = useContext(LanguageContext);
  const figures = useQuery({
    queryKey: ["figures-glance", me.organisation, year],
    queryFn: async () => {
      const params = { organisation: me.organisation, year };
      const lines = await call("GET /api/figures/{organisation}/{year}", { params, query: { acceptedOnly: "false" } });
      const shown = me.organisationKind === "school" ? asked.filter((code) => code !== "students.schools") : asked;
      return shown.flatMap((code) => lines.filter((line) => line.code === code && line.status === "value"));
    },
  });
  return (
    <Card size="small" title={say("figures")} extra={<PathLink to={`/indicators/${year}`}>{say("openIndicators")}</PathLink>}>
      {figures.isPending && <Skeleton active title={false} paragraph={{ rows: 4 }} />}
      {figures.error && !figures.data && <p role="alert">{sayProblem(figures.error)}</p>}
      {figures.data?.length === 0 && <p>{say("noFigures")}</p>}
      {figures.data && figures.data.length > 0 && (
        <>
          <ul className="home-figures">
            {figures.data.map((line) => (
              <li key={line.code}>
                <PathLink to={`/indicators/${year}?code=${encodeURIComponent(line.code)}`}>
                  <span>{line[language]}</span>
                  <strong>{grouped(line.text)}</strong>
                  <small>{line.change && grouped(language === "zh" ? line.change.text : line.change.en)}</small>
                </PathLink>
              </li>
            ))}
          </ul>
          <div className="home-note">{say("provisional")}</div>
        </>
      )}
    </Card>
  );
}
