using BriefingGen.Scheduling.Calendars;
using BriefingGen.Sources;

namespace BriefingGen.Tests.Scheduling;

public sealed class CalendarFolderTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("briefgen-calendars-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void A_text_file_and_a_yaml_file_of_the_same_days_are_the_same_calendar()
    {
        Write("varnia.txt", "# Varnia\n2026-05-01 Labour Day\n\n2026-12-25\tChristmas Day # and more\n2026-12-26\n");
        Write("belmark.yaml", "2026-05-01: Labour Day\n2026-12-25: Christmas Day\n2026-12-26: ''\n");

        foreach (var name in new[] { "varnia", "belmark" })
        {
            var calendar = new CalendarFolder(_folder).Find(name);
            Assert.Equal("Labour Day", calendar.WhyOff(new DateOnly(2026, 5, 1)));
            Assert.Equal("Christmas Day", calendar.WhyOff(new DateOnly(2026, 12, 25)));
            Assert.Equal("day off", calendar.WhyOff(new DateOnly(2026, 12, 26)));
            Assert.Null(calendar.WhyOff(new DateOnly(2026, 12, 27)));
            Assert.Equal(new DateOnly(2026, 12, 26), calendar.LastDate);
        }
    }

    [Theory]
    [InlineData("business")]
    [InlineData("weekdays+holidays")]
    [InlineData("holidays+weekdays")]
    public void Days_off_of_several_calendars_are_joined(string name)
    {
        Write("holidays.txt", "2026-12-25 Christmas Day\n");

        var calendar = new CalendarFolder(_folder).Find(name);

        Assert.Equal("Christmas Day", calendar.WhyOff(new DateOnly(2026, 12, 25)));
        Assert.Equal("weekend", calendar.WhyOff(new DateOnly(2026, 12, 26)));
        Assert.Null(calendar.WhyOff(new DateOnly(2026, 12, 28)));
    }

    [Theory]
    [InlineData("a.txt", "2026-12-25 Christmas\n25.12.2027 Christmas\n", "a.txt:2:")]
    [InlineData("a.txt", "2026-02-30 Never\n", "a.txt:1:")]
    [InlineData("a.txt", "2026-12-25\n2026-12-25\n", "a.txt:2:")]
    [InlineData("a.txt", "# nothing\n", "names no day")]
    [InlineData("a.yaml", "2026-12-25: Christmas\nsoon: Easter\n", "a.yaml:2:")]
    [InlineData("a.yaml", "- 2026-12-25\n", "a.yaml:1:")]
    [InlineData("a.yaml", "2026-12-25: [a, b]\n", "a.yaml:1:")]
    [InlineData("a.yaml", "2026-12-25: &x a\n2026-12-26: *x\n", "a.yaml:2:")]
    public void A_wrong_file_is_an_error_that_names_its_line(string file, string text, string expected)
    {
        Write(file, text);

        var error = Assert.Throws<ConfigurationException>(() => new CalendarFolder(_folder).Find("a"));

        Assert.Contains(expected, error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("../secret")]
    [InlineData("none")]
    [InlineData("weekdays+")]
    [InlineData("")]
    public void A_calendar_that_is_not_there_is_an_error(string name)
    {
        Write("secret.txt", "2026-12-25\n");

        Assert.Throws<ConfigurationException>(() => new CalendarFolder(Path.Combine(_folder, "calendars")).Find(name));
    }

    private void Write(string name, string text) => File.WriteAllText(Path.Combine(_folder, name), text);
}
