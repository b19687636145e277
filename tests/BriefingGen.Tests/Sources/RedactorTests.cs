using BriefingGen.Sources;
using CsCheck;

namespace BriefingGen.Tests.Sources;

/// <summary>No secret survives the way to a reader, and nothing else is changed.</summary>
public sealed class RedactorTests
{
    [Theory]
    [InlineData("postgres://desk:c4nary@db.example:5432/briefs", "postgres://***@db.example:5432/briefs")]
    [InlineData("postgres://desk:c4/n@ry@db.example/briefs", "postgres://***@db.example/briefs")]
    [InlineData("Host=db;Username=desk;Password=c4nary;Timeout=3", "Host=db;Username=desk;Password=***;Timeout=3")]
    [InlineData("Host=db; Password = \"c4 n;ary\"; X=1", "Host=db; Password = ***; X=1")]
    [InlineData("https://me:c4nary@feeds.example/rss", "https://***@feeds.example/rss")]
    [InlineData("https://c4nary@feeds.example/rss", "https://***@feeds.example/rss")]
    [InlineData("https://feeds.example/rss?a=1&token=c4nary&b=2", "https://feeds.example/rss?a=1&token=***&b=2")]
    [InlineData("https://feeds.example/rss?key=c4nary", "https://feeds.example/rss?key=***")]
    [InlineData("Authorization: Bearer c4nary", "Authorization: Bearer ***")]
    [InlineData("api_key=c4nary", "api_key=***")]
    public void What_has_the_shape_of_a_secret_is_masked(string text, string shown) =>
        Assert.Equal(shown, Redactor.Shapes(text));

    [Theory]
    [InlineData("https://medium.example/@writer/a-story?page=2")]
    [InlineData("storePassword = env:BRIEFGEN_PASSWORD")]
    [InlineData("password=file:/run/secrets/desk")]
    [InlineData("News at 10:30: the ministers' key = unity, they said")]
    [InlineData("profile.yaml:33:12: key \"limit\" must be a number from 1 to 500")]
    public void What_is_none_stays_as_it_is(string text) => Assert.Equal(text, Redactor.Shapes(text));

    [Fact]
    public void A_secret_that_was_read_is_masked_in_every_form_in_which_it_can_turn_up()
    {
        var redactor = new Redactor();
        redactor.Learn("c4n/ary \"x\"\nsecond line");

        Assert.Equal(
            "a *** b *** c *** d ***",
            redactor.Redact("a c4n/ary \"x\" b c4n%2Fary%20%22x%22 c second line d YzRuL2FyeSAieCI=")
        );
    }

    [Fact]
    public void What_stands_in_an_address_is_masked_without_the_address_too()
    {
        var redactor = new Redactor();
        redactor.LearnFrom("postgres://desk:c4n%40ry@db.example/briefs");

        Assert.Equal("*** and ***", redactor.Redact("c4n%40ry and c4n@ry"));
    }

    [Fact]
    public void A_learnt_secret_survives_in_no_text()
    {
        var secret = Gen.String[Gen.Char[' ', '~'], 4, 24].Where(text => text.Trim().Length == text.Length);
        Gen.Select(secret, Gen.String[Gen.Char[' ', '~'], 0, 40], Gen.String[Gen.Char[' ', '~'], 0, 40])
            .Sample(
                (hidden, before, after) =>
                {
                    var redactor = new Redactor();
                    redactor.Learn(hidden);
                    return hidden.Contains('*', StringComparison.Ordinal)
                        || !redactor.Redact(before + hidden + after).Contains(hidden, StringComparison.Ordinal);
                },
                iter: 2000
            );
    }

    [Fact]
    public void A_writer_masks_and_holds_nothing_back()
    {
        var redactor = new Redactor();
        redactor.Learn("c4nary");
        using var kept = new StringWriter { NewLine = "\n" };
        using var writer = new BriefingGen.Cli.RedactingWriter(kept, redactor);

        writer.Write("a c4nary ");
        writer.WriteLine("b {0}", "c4nary");
        writer.Write("c4nary".ToCharArray());

        Assert.Equal("a *** b ***\n***", kept.ToString());
    }
}
