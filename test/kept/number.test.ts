import { readNumber } from "../../src/kept/number";

test.each<[unknown, number]>([
  [0.8, 0.8],
  ["80 %", 0.8],
  ["80%", 0.8],
  ["0,8", 0.8],
  ["0.8", 0.8],
  ["112,5 %", 1.125],
  ["1 234,5", 1234.5],
  ["1\u202f234,5", 1234.5],
  ["1\u00a0234,5\u00a0%", 12.345],
  ["1,234.56", 1234.56],
  ["1,234,567", 1234567],
  ["-12", -12],
  [" 7 ", 7],
])("%p is the number %p", (typed, number) => expect(readNumber(typed)).toBeCloseTo(number, 12));

test.each([["beaucoup"], [""], [null], ["8 0 %"], ["1,2,3"], ["12 34"], [Number.NaN], ["%"], ["--3"]])(
  "%p is none",
  (typed) => expect(readNumber(typed)).toBeUndefined(),
);
