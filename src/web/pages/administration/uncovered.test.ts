/** Who is wanting where: by the same sentences that the server asks. */
import { expect, it } from "vitest";
import { uncovered } from "./uncovered.ts";

const [city, school, other] = [
  { code: "411000", name: "市" },
  { code: "411000-01", name: "甲校" },
  { code: "411000-02", name: "乙校" },
];

it("names organisations without anybody to fill in, confirm or sign", () => {
  const at = (organisation: string, role: "clerk" | "departmentHead" | "head" | "leader" | "editor", disabled = false) => ({
    organisation,
    role,
    disabled,
  });
  const accounts = [at("411000", "leader"), at("411000", "editor"), at("411000-01", "departmentHead"), at("411000-01", "head", true)];
  expect(uncovered([city!, school!, other!], accounts)).toEqual({
    fill: ["市", "乙校"],
    confirm: ["市", "乙校"],
    sign: ["甲校", "乙校"],
  });
  expect(uncovered([school!], [...accounts, at("411000-01", "head")]).sign).toEqual([]);
});
