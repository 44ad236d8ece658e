// Writes lunar.txt: node data/lexicon/lunar.build.mjs > data/lexicon/lunar.txt
// The calendar is computed by ICU, which comes with Node.js.
const calendar = new Intl.DateTimeFormat("en-u-ca-chinese", {
  year: "numeric",
  month: "numeric",
  day: "numeric",
  timeZone: "UTC",
});
const lunar = (time) => Object.fromEntries(calendar.formatToParts(new Date(time)).map((part) => [part.type, part.value]));
const DAY = 86400000;
console.log("# Years of the Chinese calendar: the year, its first day, how many days each month has; a leap month is");
console.log("# marked with + and follows the month whose number it repeats. Made by lunar.build.mjs.");
let [year, first, months] = [null, null, []];
for (let time = Date.UTC(1900, 0, 31); time <= Date.UTC(2101, 1, 28); time += DAY) {
  const day = lunar(time);
  if (day.day === "1") {
    if (day.month === "1") {
      if (year) console.log([year, first, ...months.map(([leap, days]) => days + leap)].join(" "));
      [year, first, months] = [day.relatedYear, new Date(time).toISOString().slice(0, 10), []];
    }
    months.push([day.month.endsWith("bis") ? "+" : "", 0]);
  }
  if (months.length) months[months.length - 1][1] += 1;
}
