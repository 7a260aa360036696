using System.Globalization;
using OnRecord.Language;

namespace OnRecord.Check;

/// <summary>What can be wrong with a file of figures, each with what to do about it.</summary>
internal static class SeriesErrors
{
    private const int MostNamed = 8;

    public static OnRecordException NoTable(string file, string what) => new(DiagnosticCodes.SeriesUnreadable, $"{file} {what}.");

    public static OnRecordException NoHeader(string file) => new(
        DiagnosticCodes.SeriesUnreadable,
        $"{file} has no row of column names with a country and years, or with country, year and value, among its first rows. Write one, such as: country,year,value.");

    public static OnRecordException UnknownCountries(string file, IReadOnlyList<string> names) => new(
        DiagnosticCodes.SeriesUnknownCountry,
        $"{file} names what is no country of the knowledge: {Named(names)}. Correct the names or give ISO codes, add them with: onrecord knowledge add, or leave such rows out with --skip-unknown.");

    public static OnRecordException Wrong(string file, string place, string what) => new(
        DiagnosticCodes.SeriesFigureWrong,
        $"In {file}, {place} {what}. Correct the cell; a gap is an empty cell or '..'.");

    public static OnRecordException Doubled(string file, string first, string second, string country, int year) => new(
        DiagnosticCodes.SeriesDoubled,
        string.Create(CultureInfo.InvariantCulture, $"In {file}, {first} and {second} give different figures of {country} for {year}. Keep the one that holds."));

    public static OnRecordException Unit(string file, string what) => new(
        DiagnosticCodes.SeriesUnitWrong,
        $"{file}: {what}. Give --unit as percent-of-gdp, percent, a currency's code such as USD with a scale where the figures have one (\"million USD\"), or what is counted in the singular (person).");

    public static OnRecordException Formula(string file, string place) => new(
        DiagnosticCodes.SeriesFormula,
        $"In {file}, {place} holds a formula, and no result is kept with it. Open the file in a spreadsheet program, and save it with values in place of formulas.");

    public static OnRecordException Mixed(string file, string what, string option, IReadOnlyList<string> choices) => new(
        DiagnosticCodes.SeriesMixed,
        $"{file} holds {what}: {Named(choices)}. A series has one: choose it with {option}.");

    public static OnRecordException NoSuch(string file, string what, string named, IReadOnlyList<string> choices) => new(
        DiagnosticCodes.SeriesMixed,
        $"{file} has no {what} '{named}'. It has: {Named(choices)}.");

    public static OnRecordException Undescribed(string file, IReadOnlyList<string> options) => new(
        DiagnosticCodes.SeriesUndescribed,
        $"Of the figures in {file} it is not said what makes them a record: {string.Join(", ", options)} missing. Give each as an option, or as a line at the head of the file such as '# source: World Bank'.");

    private static string Named(IReadOnlyList<string> names) =>
        string.Join(", ", names.Take(MostNamed)) + (names.Count > MostNamed ? string.Create(CultureInfo.InvariantCulture, $" and {names.Count - MostNamed} more") : "");
}
