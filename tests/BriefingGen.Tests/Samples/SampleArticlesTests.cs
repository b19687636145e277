using System.Globalization;
using BriefingGen.Language.Text;

namespace BriefingGen.Tests.Samples;

public class SampleArticlesTests
{
    public static TheoryData<string> Names => [.. SampleFolder.Names(SampleFolder.Clean)];

    [Theory]
    [MemberData(nameof(Names))]
    public void An_article_has_title_date_address_and_paragraphs(string name)
    {
        var lines = File.ReadAllText(Path.Combine(SampleFolder.Clean, name)).TrimEnd('\n').Split('\n');

        Assert.InRange(lines[0].Length, 20, 110);
        Assert.True(DateOnly.TryParseExact(lines[1], "yyyyMMdd", CultureInfo.InvariantCulture, default, out _));
        Assert.StartsWith(lines[1] + "-", name, StringComparison.Ordinal);
        var address = new Uri(lines[2]);
        Assert.Equal("https", address.Scheme);
        Assert.EndsWith(".example", address.Host, StringComparison.Ordinal);
        Assert.All(lines[3..], line => Assert.Equal(line.Trim(), line));
        Assert.DoesNotContain("", lines);
        var words = lines[3..].Sum(l => l.Split(' ').Length);
        Assert.InRange(words, 200, 700);
    }

    [Fact]
    public void There_are_at_least_24_articles_over_three_days()
    {
        var names = SampleFolder.Names(SampleFolder.Clean);

        Assert.True(names.Length >= 24, $"{names.Length} articles");
        Assert.Equal(["20260914", "20260915", "20260916"], names.Select(n => n[..8]).Distinct(StringComparer.Ordinal));
    }

    [Fact]
    public void The_degraded_articles_are_what_the_degrader_makes_of_the_clean_ones()
    {
        var names = SampleFolder.Names(SampleFolder.Clean);

        Assert.Equal(names.AsEnumerable(), SampleFolder.Names(SampleFolder.Degraded));
        Assert.All(
            names,
            name =>
                Assert.Equal(
                    SampleDegrader.Degrade(name, File.ReadAllText(Path.Combine(SampleFolder.Clean, name))),
                    File.ReadAllText(Path.Combine(SampleFolder.Degraded, name))
                )
        );
    }

    [Fact]
    public void Degrading_loses_marks_and_accents_and_moves_paragraphs_but_not_the_header()
    {
        const string Article =
            "Café ‘open’\n20260914\nhttps://a.example/1\none – “two”\n\"it's\"\nwell-known\nfour\nfive\n";

        var degraded = SampleDegrader.Degrade("herald.txt", Article).TrimEnd('\n').Split('\n');

        Assert.Equal(["Caf open", "20260914", "https://a.example/1"], degraded[..3]);
        Assert.Equal(["five", "four", "its", "one  two", "well-known"], degraded[3..].Order(StringComparer.Ordinal));
        Assert.NotEqual(["one  two", "its", "well-known", "four", "five"], degraded[3..]);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Every_article_is_read_without_a_remark_and_as_English(bool clean)
    {
        var folder = clean ? SampleFolder.Clean : SampleFolder.Degraded;

        var articles = await SampleFolder.ReadAsync(folder);

        Assert.Equal(SampleFolder.Names(folder), articles.Select(a => Path.GetFileName(a.Path)));
        Assert.All(articles, a => Assert.Equal("en", a.Language));
        Assert.All(articles, a => Assert.NotNull(a.Published));
        Assert.All(articles, a => Assert.NotNull(a.Url));
        Assert.All(articles, a => Assert.Single(a.Regions, r => r.Kind == RegionKind.Title));
    }

    [Fact]
    public void The_invented_states_are_known_by_name_capital_people_and_seat()
    {
        var countries = SampleFolder.Countries();

        Assert.Equal("XA", countries.Find("Tarnholt")!.Value.Code);
        Assert.Equal("XB", countries.Find("Orlundian")!.Value.Code);
        Assert.Equal("XC", countries.Find("Port Amary")!.Value.Code);
        Assert.Equal("XD", countries.Find("Larch House")!.Value.Code);
        Assert.Equal("XE", countries.Find("Brevania")!.Value.Code);
        Assert.Equal("Velkaria", countries.NameOf("XA"));
    }
}
