using System.Globalization;
using BriefingGen.Language;
using BriefingGen.Language.Dates;
using BriefingGen.Language.Documents;
using BriefingGen.Language.Text;

namespace BriefingGen.Tests.Language.Dates;

public class EnglishDatesTests
{
    private static readonly LanguagePipeline Pipeline = TextPipeline.Create();

    // A Saturday.
    private static readonly DateOnly Reference = new(2022, 3, 12);

    [Theory]
    // Weekdays
    [InlineData("The envoys met on Thursday.", "Thursday 2022-03-10 Day")]
    [InlineData("Harl said Friday that it failed.", "Friday 2022-03-11 Day")]
    [InlineData("He arrived Saturday.", "Saturday 2022-03-12 Day")]
    [InlineData("The envoys will meet on Thursday.", "Thursday 2022-03-17 Day")]
    [InlineData("On Monday the council will vote.", "Monday 2022-03-14 Day")]
    [InlineData("They'll talk again Tuesday morning.", "Tuesday morning 2022-03-15 Day")]
    [InlineData("Harl said on Thursday that he will resign.", "Thursday 2022-03-10 Day")]
    [InlineData("A vote is scheduled for Wednesday.", "Wednesday 2022-03-16 Day")]
    [InlineData("The governor called an emergency meeting for Wednesday.", "Wednesday 2022-03-16 Day")]
    [InlineData("Harl blamed the rebels for Wednesday's attack.", "Wednesday 2022-03-09 Day")]
    [InlineData("Minister to fly to Lorn on Wednesday", "Wednesday 2022-03-16 Day")]
    [InlineData("Harl flew to Lorn to meet the envoys on Wednesday.", "Wednesday 2022-03-09 Day")]
    [InlineData("Both sides agreed to meet on Wednesday.", "Wednesday 2022-03-16 Day")]
    [InlineData("They signed last Thursday.", "last Thursday 2022-03-10 Day")]
    [InlineData("They signed last Saturday.", "last Saturday 2022-03-05 Day")]
    [InlineData("They sign next Thursday.", "next Thursday 2022-03-17 Day")]
    [InlineData("He told the Sunday Times so.", "")]
    [InlineData("It began on Good Friday.", "")]
    [InlineData("He flew home on Thurs. with his aides.", "Thurs. 2022-03-10 Day")]
    [InlineData("Talks ran from Monday to Thursday.", "Monday to Thursday 2022-03-07..2022-03-10 Range")]
    [InlineData("Thursday, March 10, was quiet.", "Thursday, March 10 2022-03-10 Day")]
    // Days around the reference
    [InlineData("He spoke yesterday.", "yesterday 2022-03-11 Day")]
    [InlineData("He spoke today.", "today 2022-03-12 Day")]
    [InlineData("He speaks tonight.", "tonight 2022-03-12 Day")]
    [InlineData("He speaks tomorrow.", "tomorrow 2022-03-13 Day")]
    [InlineData("He spoke yesterday evening.", "yesterday evening 2022-03-11 Day")]
    [InlineData("Shells fell last night.", "last night 2022-03-11 Day")]
    [InlineData("He spoke this morning.", "this morning 2022-03-12 Day")]
    [InlineData("He left the day before yesterday.", "the day before yesterday 2022-03-10 Day")]
    [InlineData("He leaves the day after tomorrow.", "the day after tomorrow 2022-03-14 Day")]
    // Counts
    [InlineData("He travelled a week ago.", "a week ago 2022-02-28..2022-03-06 Week")]
    [InlineData("He travelled two days ago.", "two days ago 2022-03-10 Day")]
    [InlineData("It began 3 months ago.", "3 months ago 2021-12-01..2021-12-31 Month")]
    [InlineData("It began two years ago.", "two years ago 2020-01-01..2020-12-31 Year")]
    [InlineData("It began a few weeks ago.", "a few weeks ago 2022-02-05..2022-02-26 Range")]
    [InlineData("The truce will end in two weeks.", "in two weeks 2022-03-21..2022-03-27 Week")]
    [InlineData("It took place in two weeks.", "")]
    [InlineData("Ten days from now he must go.", "Ten days from now 2022-03-22 Day")]
    // Weeks, months, years
    [InlineData("They met earlier this week.", "earlier this week 2022-03-07..2022-03-12 Week")]
    [InlineData("Talks this week yielded nothing.", "this week 2022-03-07..2022-03-12 Week")]
    [InlineData("They will meet this week.", "this week 2022-03-07..2022-03-13 Week")]
    [InlineData("They met last week.", "last week 2022-02-28..2022-03-06 Week")]
    [InlineData("They meet next week.", "next week 2022-03-14..2022-03-20 Week")]
    [InlineData("They meet next month.", "next month 2022-04-01..2022-04-30 Month")]
    [InlineData("They will meet this month.", "this month 2022-03-01..2022-03-31 Month")]
    [InlineData("They met last month.", "last month 2022-02-01..2022-02-28 Month")]
    [InlineData("They met last year.", "last year 2021-01-01..2021-12-31 Year")]
    [InlineData("They met last week's envoy.", "last week 2022-02-28..2022-03-06 Week")]
    [InlineData("It calmed over the weekend.", "the weekend 2022-03-12..2022-03-13 Range")]
    [InlineData("It calmed last weekend.", "last weekend 2022-03-05..2022-03-06 Range")]
    [InlineData("In recent days it calmed.", "recent days 2022-03-05..2022-03-12 Range")]
    [InlineData("Over the past two weeks it calmed.", "past two weeks 2022-02-26..2022-03-12 Range")]
    [InlineData("In the coming days it may calm.", "coming days 2022-03-12..2022-03-19 Range")]
    [InlineData("By the end of the week both sides were tired.", "end of the week 2022-03-11..2022-03-13 Range")]
    // Calendar dates
    [InlineData("It was signed on March 10.", "March 10 2022-03-10 Day")]
    [InlineData("It was signed on 10 March 2021.", "10 March 2021 2021-03-10 Day")]
    [InlineData("It was signed on 10 March.", "10 March 2022-03-10 Day")]
    [InlineData("It was signed on the 10th of March, 2020.", "10th of March, 2020 2020-03-10 Day")]
    [InlineData("It was signed on March 3rd, 2019.", "March 3rd, 2019 2019-03-03 Day")]
    [InlineData("It was signed in March 2021.", "March 2021 2021-03-01..2021-03-31 Month")]
    [InlineData("It was signed in 2014.", "2014 2014-01-01..2014-12-31 Year")]
    [InlineData("Dated 2022-03-10 in the file.", "2022-03-10 2022-03-10 Day")]
    [InlineData("Dated 25/3/2021 in the file.", "25/3/2021 2021-03-25 Day")]
    [InlineData("Dated 4/3/2021 in the file.", "")]
    [InlineData("The fair ran from 3 to 5 May 2021.", "3 to 5 May 2021 2021-05-03..2021-05-05 Range")]
    [InlineData("The fair ran 3-5 May 2021.", "3-5 May 2021 2021-05-03..2021-05-05 Range")]
    [InlineData("The fair ran March 3-5.", "March 3-5 2022-03-03..2022-03-05 Range")]
    [InlineData("It ran from February 28 to March 2.", "February 28 to March 2 2022-02-28..2022-03-02 Range")]
    [InlineData("It has held since February.", "February 2022-02-01..2022-02-28 Month")]
    [InlineData("It began on Feb. 24 at dawn.", "Feb. 24 2022-02-24 Day")]
    [InlineData("It was signed on December 20.", "December 20 2021-12-20 Day")]
    [InlineData("It will be signed on April 5.", "April 5 2022-04-05 Day")]
    [InlineData("It will be signed in January.", "January 2023-01-01..2023-01-31 Month")]
    [InlineData("It grew in the 1990s.", "1990s 1990-01-01..1999-12-31 Range")]
    [InlineData("Between 2014 and 2018 it grew.", "2014 and 2018 2014-01-01..2018-12-31 Range")]
    [InlineData("The 2014 invasion changed it.", "2014 2014-01-01..2014-12-31 Year")]
    // No dates
    [InlineData("They may march on May's order.", "")]
    [InlineData("It rose by 2000 soldiers.", "")]
    [InlineData("It was signed on February 31.", "")]
    [InlineData("April Harl spoke for June Orlo.", "")]
    [InlineData("Dated 2022-13-45 in the file.", "")]
    public void An_expression_is_resolved_against_the_articles_date(string text, string expected) =>
        Assert.Equal(expected, Describe(text, Reference));

    [Theory]
    [InlineData("They met on Thursday, a week ago, yesterday and last month.", "")]
    [InlineData("They met on March 10 and in February.", "")]
    [InlineData("They met on 10 March 2022.", "10 March 2022 2022-03-10 Day")]
    [InlineData("They met in 2014.", "2014 2014-01-01..2014-12-31 Year")]
    public void Without_a_reference_date_nothing_relative_is_resolved(string text, string expected) =>
        Assert.Equal(expected, Describe(text, null));

    [Theory]
    [InlineData("0001-01-01")]
    [InlineData("9999-12-31")]
    public void The_calendars_ends_throw_nothing(string reference)
    {
        const string text =
            "Last week, two years ago, next month, tomorrow, yesterday, in recent months, on Thursday, March 10, "
            + "the coming 999 years, 999 years ago, last year, by the end of the next year, over the weekend.";
        var document = Analyze(text, DateOnly.Parse(reference, CultureInfo.InvariantCulture));

        Assert.All(document.Dates, static date => Assert.True(date.From <= date.To));
    }

    [Fact]
    public void Expressions_do_not_overlap()
    {
        var document = Analyze(
            "On Thursday, March 10, 2022, and from 3 to 5 May 2021 they met; a week ago, last month, in 2014.",
            Reference
        );

        Assert.Equal(6 - 1, document.Dates.Length);
        Assert.All(
            document.Dates.Zip(document.Dates.Skip(1)),
            static pair => Assert.True(pair.First.End <= pair.Second.First)
        );
    }

    private static Document Analyze(string text, DateOnly? reference) =>
        Pipeline.Analyze(
            new SourceText(text),
            [new TextRegion(new TextSpan(0, text.Length), RegionKind.Paragraph)],
            reference
        );

    private static string Describe(string text, DateOnly? reference)
    {
        var document = Analyze(text, reference);
        return string.Join(
            '|',
            document.Dates.Select(date =>
            {
                var days =
                    date.From == date.To ? $"{date.From:yyyy-MM-dd}" : $"{date.From:yyyy-MM-dd}..{date.To:yyyy-MM-dd}";
                return $"{document.Read(date.First, date.End)} {days} {date.Precision}";
            })
        );
    }
}
