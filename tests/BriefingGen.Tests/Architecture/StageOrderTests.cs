using System.Text.RegularExpressions;
using ArchUnitNET.Domain;
using ArchUnitNET.Domain.Extensions;
using ArchUnitNET.Loader;
using ArchUnitNET.xUnit;
using static ArchUnitNET.Fluent.ArchRuleDefinition;

namespace BriefingGen.Tests.Architecture;

/// <summary>Data flows one way: a stage uses only what stands left of it in <see cref="Order"/>.</summary>
public sealed class StageOrderTests
{
    /// <summary>The stages from the lowest to the highest; a namespace and all below it, but for the pipeline's own.</summary>
    private static readonly (string Stage, string Pattern)[] Order =
    [
        ("Language", @"^BriefingGen\.Language(\.|$)"),
        ("Sources", @"^BriefingGen\.Sources(\.|$)"),
        ("Extraction", @"^BriefingGen\.Extraction(\.|$)"),
        ("Fusion", @"^BriefingGen\.Fusion(\.|$)"),
        ("Composition", @"^BriefingGen\.Composition(\.|$)"),
        ("Rendering", @"^BriefingGen\.Rendering(\.|$)"),
        ("Storage", @"^BriefingGen\.Storage(\.|$)"),
        ("Scheduling", @"^BriefingGen\.Scheduling(\.|$)"),
        ("Pipeline", "^BriefingGen$"),
        ("Cli", @"^BriefingGen\.Cli(\.|$)"),
    ];

    private static readonly ArchUnitNET.Domain.Architecture House = new ArchLoader()
        .LoadAssemblies(
            typeof(global::BriefingGen.Language.ILanguageComponent).Assembly,
            typeof(global::BriefingGen.Layout.Infrastructure.IContainer).Assembly,
            typeof(global::BriefingGen.Sources.Article).Assembly,
            System.Reflection.Assembly.Load("briefgen")
        )
        .Build();

    public static TheoryData<string, string> Pairs()
    {
        var pairs = new TheoryData<string, string>();
        for (var low = 0; low < Order.Length; low++)
        {
            for (var high = low + 1; high < Order.Length; high++)
            {
                pairs.Add(Order[low].Stage, Order[high].Stage);
            }
        }

        return pairs;
    }

    public static TheoryData<string> Stages() => [.. Order.Select(stage => stage.Stage)];

    [Theory]
    [MemberData(nameof(Stages))]
    public void Every_stage_has_types(string stage) =>
        Assert.NotEmpty(Types().That().ResideInNamespaceMatching(PatternOf(stage)).GetObjects(House));

    [Theory]
    [MemberData(nameof(Pairs))]
    public void A_stage_knows_nothing_of_a_higher_one(string low, string high) =>
        Types()
            .That()
            .ResideInNamespaceMatching(PatternOf(low))
            .Should()
            .NotDependOnAny(Types().That().ResideInNamespaceMatching(PatternOf(high)))
            .Check(House);

    [Fact]
    public void The_rule_finds_a_dependency_that_is_there() =>
        Assert.False(
            Types()
                .That()
                .ResideInNamespaceMatching(PatternOf("Rendering"))
                .Should()
                .NotDependOnAny(Types().That().ResideInNamespaceMatching(PatternOf("Composition")))
                .HasNoViolations(House)
        );

    [Fact]
    public void Every_namespace_of_the_house_has_its_place_in_the_order()
    {
        var strays = House
            .Types.Select(type => type.Namespace.FullName)
            .Where(name => name.StartsWith("BriefingGen", StringComparison.Ordinal))
            .Where(name => !name.StartsWith("BriefingGen.Layout", StringComparison.Ordinal))
            .Where(name =>
                !Order.Any(stage =>
                    Regex.IsMatch(name, stage.Pattern, RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)
                )
            )
            .Distinct(StringComparer.Ordinal);
        Assert.Empty(strays);
    }

    [Fact]
    public void After_extraction_only_text_and_date_precision_of_the_language_engine_are_used()
    {
        var allowed = new Regex(
            @"^BriefingGen\.Language\.Text\.|^BriefingGen\.Language\.Dates\.DatePrecision$",
            RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture
        );
        var strays =
            from type in House.Types
            where
                Regex.IsMatch(
                    type.Namespace.FullName,
                    @"^BriefingGen\.(Fusion|Composition|Rendering)(\.|$)",
                    RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture
                )
            from used in type.GetTypeDependencies()
            where
                used.FullName.StartsWith("BriefingGen.Language.", StringComparison.Ordinal)
                && !allowed.IsMatch(used.FullName)
            select $"{type.FullName} uses {used.FullName}";
        Assert.Empty(strays.Distinct(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("BriefingGen.Layout", @"^BriefingGen\.(Rendering\.Pdf|Layout)(\.|$)")]
    [InlineData("DocumentFormat.OpenXml", @"^BriefingGen\.Rendering\.Excel\.Reading$")]
    [InlineData("Scriban", @"^BriefingGen\.Composition(\.|$)")]
    [InlineData("Markdig", @"^BriefingGen\.(Composition|Rendering\.Markdown)(\.|$)")]
    [InlineData("LinqToDB", @"^BriefingGen\.Storage(\.|$)")]
    [InlineData("Microsoft.Data.Sqlite", @"^BriefingGen\.Storage(\.Sqlite)?$")]
    [InlineData("Npgsql", @"^BriefingGen\.Storage\.Postgres$")]
    [InlineData("Quartz", @"^BriefingGen\.Scheduling(\.|$)")]
    [InlineData("MailKit", @"^BriefingGen\.Scheduling\.Delivery$")]
    [InlineData("Renci.SshNet", @"^BriefingGen\.Scheduling\.Delivery$")]
    [InlineData("MimeKit", @"^BriefingGen\.(Scheduling\.Delivery|Sources\.Mail)$")]
    [InlineData("OpenTelemetry", @"^BriefingGen\.Cli\.Hosting$")]
    public void A_library_of_one_stage_stays_there(string library, string home)
    {
        var users = House
            .Types.Where(type => type.FullName.StartsWith("BriefingGen", StringComparison.Ordinal))
            .Where(type =>
                type.GetTypeDependencies()
                    .Any(used => used.FullName.StartsWith(library + ".", StringComparison.Ordinal))
            )
            .ToList();
        Assert.NotEmpty(users);
        Assert.All(users, type => Assert.Matches(home, type.Namespace.FullName));
    }

    private static string PatternOf(string stage) => Order.Single(entry => entry.Stage == stage).Pattern;
}
