using BriefingGen.Scheduling.Delivery;

namespace BriefingGen.Tests.Scheduling.Delivery;

public sealed class SettingsTests : IDisposable
{
    private readonly DeliveryFixture _fixture = new();

    public void Dispose() => _fixture.Dispose();

    [Theory]
    [InlineData("TLP:AMBER", "TLP:GREEN", true)]
    [InlineData("TLP:AMBER", "tlp : amber", true)]
    [InlineData("TLP:AMBER", "TLP:AMBER+STRICT", false)]
    [InlineData("TLP:AMBER+STRICT", "TLP:AMBER +STRICT", true)]
    [InlineData("TLP:RED", "TLP:AMBER+STRICT", true)]
    [InlineData("TLP:CLEAR", "TLP:RED", false)]
    [InlineData("Secret", "RESTRICTED", true)]
    [InlineData("RESTRICTED", "SECRET", false)]
    [InlineData("SECRET", "TLP:CLEAR", false)]
    [InlineData("TLP:RED", "RESTRICTED", false)]
    [InlineData("SECRET", "COSMIC", false)]
    [InlineData("COSMIC", "Cosmic ", true)]
    [InlineData("COSMIC", "UNMARKED", false)]
    public void A_clearance_covers_itself_and_what_is_below_in_its_order(
        string clearance,
        string marking,
        bool covers
    ) => Assert.Equal(covers, new MarkingScales(["UNMARKED", "RESTRICTED", "SECRET"]).Covers([clearance], marking));

    [Theory]
    [InlineData(null)]
    [InlineData(" ")]
    public void No_marking_is_below_all(string? marking) => Assert.True(new MarkingScales([]).Covers([], marking));

    [Fact]
    public void A_marking_stands_in_one_order_only() =>
        Assert.Throws<ArgumentException>(() => new MarkingScales(["OPEN", "TLP:RED"]));

    [Fact]
    public void A_literal_secret_is_refused_without_being_repeated()
    {
        var refusal = Assert.Throws<FormatException>(() => SecretRef.Parse("hunter2-hunter2"));
        Assert.Contains("env:NAME or file:PATH", refusal.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("hunter2", refusal.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_secret_is_read_at_use_and_never_printed()
    {
        var reference = SecretRef.Parse(_fixture.Secret("hunter2-hunter2"));
        Assert.Equal("hunter2-hunter2", reference.Resolve());
        Assert.Equal("***", reference.ToString());
        var settings = new EmailTargetSettings
        {
            Name = "m",
            User = "u",
            Password = reference,
        };
        Assert.DoesNotContain("secret-", settings.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_missing_secret_says_where_it_was_looked_for() =>
        Assert.Contains(
            "BRIEFGEN_NO_SUCH_VARIABLE",
            Assert.Throws<DeliveryException>(() => SecretRef.Parse("env:BRIEFGEN_NO_SUCH_VARIABLE").Resolve()).Message,
            StringComparison.Ordinal
        );

    [SkippableFact]
    public void A_secret_that_others_may_read_is_warned_of()
    {
        Skip.If(OperatingSystem.IsWindows(), "file modes are of Unix");
        var place = _fixture.Secret("hunter2");
        var path = place["file:".Length..];
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.OtherRead);
            Assert.Contains("0600", SecretRef.Parse(place).Warning(), StringComparison.Ordinal);
            File.SetUnixFileMode(path, UnixFileMode.UserRead);
            Assert.Null(SecretRef.Parse(place).Warning());
        }
    }

    [Fact]
    public void Each_problem_has_its_key()
    {
        var settings = new DeliverySettings
        {
            Targets =
            [
                new FolderTargetSettings
                {
                    Name = "a",
                    Root = "relative",
                    Layout = "../x",
                    Attempts = 0,
                },
                new EmailTargetSettings
                {
                    Name = "a",
                    Host = "mail.example.org",
                    From = "x",
                    Security = MailSecurity.None,
                },
                new WebhookTargetSettings { Name = "w", Url = new Uri("http://example.org/") },
                new SftpTargetSettings
                {
                    Name = "s",
                    Host = "h",
                    User = "u",
                    Root = "/in/../etc",
                    HostKeys = ["MD5:1"],
                },
            ],
        };
        Assert.Equal(
            [
                "targets:0:attempts",
                "targets:0:root",
                "targets:0:layout",
                "targets:1:security",
                "targets:1:from",
                "targets:1:to",
                "targets:1:name",
                "targets:2:url",
                "targets:2:secret",
                "targets:3:hostKeys",
                "targets:3:password",
                "targets:3:root",
            ],
            settings.Validate().Select(problem => problem.Key)
        );
    }
}
