using System.Globalization;
using BriefingGen.Language;
using BriefingGen.Language.Documents;
using BriefingGen.Language.Text;
using BriefingGen.Tests.Cli;

namespace BriefingGen.Tests.Language.Dates;

/// <summary>The table of news wording in <c>date-cases.tsv</c>: every case of it is to be right.</summary>
public class DateCaseTests
{
    private const int LeastCases = 170;

    private static readonly LanguagePipeline Pipeline = TextPipeline.Create();

    public static TheoryData<string, string, string> Cases()
    {
        var cases = new TheoryData<string, string, string>();
        foreach (var row in Rows())
        {
            cases.Add(row[0], row[1], row[2]);
        }

        return cases;
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void The_wording_is_resolved_to_the_right_value(string reference, string text, string expected) =>
        Assert.Equal(expected, Describe(text, reference, isRepaired: true));

    // Repair is a component of its own: where it restores nothing, the value is the same all the same.
    [Theory]
    [InlineData("At last weeks summit nothing was agreed.", "2022-W09 week")]
    [InlineData("This weeks talks were the third round.", "2022-03-07/2022-03-12 week")]
    [InlineData("Last years budget was cut.", "2021 year")]
    [InlineData("Last months vote was the third.", "2022-02 month")]
    [InlineData("Last weekends vote was the third.", "2022-03-05/2022-03-06 range")]
    [InlineData("Todays vote was the third.", "2022-03-12 day")]
    [InlineData("Yesterdays vote was the third.", "2022-03-11 day")]
    [InlineData("Harl condemned Wednesdays attack.", "2022-03-09 day")]
    [InlineData("The strike on New Years Day killed six.", "2022-01-01 day")]
    [InlineData("It wont reopen in two years time.", "2024 year")]
    [InlineData("Markets are held on Thursdays in Lorn.", "-")]
    [InlineData("In the last weeks fighting has eased.", "2022-02-19/2022-03-12 range")]
    public void A_lost_apostrophe_that_nobody_restored_changes_no_value(string text, string expected)
    {
        var described = Describe(text, "2022-03-12", isRepaired: false);

        Assert.Equal(
            expected,
            described[(described.IndexOf("= ", StringComparison.Ordinal) is >= 0 and var at ? at + 2 : 0)..]
        );
    }

    [Fact]
    public void The_table_is_as_long_as_was_promised_and_says_nothing_twice()
    {
        var rows = Rows();

        Assert.InRange(rows.Count, LeastCases, int.MaxValue);
        Assert.Equal(rows.Count, rows.Select(static row => row[0] + row[1]).Distinct(StringComparer.Ordinal).Count());
    }

    private static List<string[]> Rows() =>
        [
            .. File.ReadLines(
                    Path.Combine(CliRunner.Root, "tests", "BriefingGen.Tests", "Language", "Dates", "date-cases.tsv")
                )
                .Where(static line => line.Length > 0 && line[0] != '#')
                .Select(static line => line.Split('\t')),
        ];

    private static string Describe(string text, string reference, bool isRepaired)
    {
        var source = new SourceText(text);
        var document = new Document(
            source,
            [new TextRegion(new TextSpan(0, text.Length), RegionKind.Paragraph)],
            DateOnly.Parse(reference, CultureInfo.InvariantCulture)
        );
        if (!isRepaired)
        {
            document.SetReading(new RepairedText(source, []));
        }

        Pipeline.Annotate(document);
        var dates = document.Dates.Select(date =>
            $"{document.Read(date.First, date.End)} = {date.ToIso8601()} {date.Precision.ToString().ToLowerInvariant()}"
        );
        return string.Join("; ", dates) is { Length: > 0 } found ? found : "-";
    }
}
