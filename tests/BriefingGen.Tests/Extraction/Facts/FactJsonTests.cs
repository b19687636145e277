using System.Text.Json;
using BriefingGen.Extraction.Facts;

namespace BriefingGen.Tests.Extraction.Facts;

public sealed class FactJsonTests
{
    private static readonly SourceSpan _span = new(3, 9, "Sofia’", null);

    [Fact]
    public void A_line_begins_with_its_kind_and_writes_nulls_and_spans_as_the_contract_has_them()
    {
        var line = FactJson.Write(
            new PositionFact(
                "p-1",
                "a",
                _span,
                null,
                null,
                _span with
                {
                    Reads = "Sofia's",
                },
                [_span],
                PositionForm.Direct,
                Stance.Asserts,
                [],
                [],
                null,
                new DateOnly(2025, 9, 12),
                null,
                0.5,
                "r"
            )
        );

        Assert.StartsWith("{\"kind\":\"position\",\"id\":\"p-1\"", line, StringComparison.Ordinal);
        Assert.Contains("\"source\":null", line, StringComparison.Ordinal);
        Assert.Contains("\"date\":\"2025-09-12\"", line, StringComparison.Ordinal);
        Assert.Contains("\"sentence\":{\"start\":3,\"end\":9,\"text\":\"Sofia’\"}", line, StringComparison.Ordinal);
        Assert.Contains("\"reads\":\"Sofia's\"", line, StringComparison.Ordinal);
        Assert.Contains("\"form\":\"direct\",\"stance\":\"asserts\"", line, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(SanctionStatus.InForce, "in-force")]
    [InlineData(SanctionStatus.Proposed, "proposed")]
    public void A_sanctions_status_is_spelled_in_kebab_case(SanctionStatus status, string spelled) =>
        Assert.Contains(
            $"\"status\":\"{spelled}\"",
            FactJson.Write(new SanctionFact("o-1", "a", [], [], "swift", status, [])),
            StringComparison.Ordinal
        );

    [Fact]
    public void An_event_type_is_spelled_in_capitals() =>
        Assert.Equal("\"AGREE\"", JsonSerializer.Serialize(OutcomeType.Agree, FactJson.Options));

    [Fact]
    public void Control_characters_and_line_separators_never_break_a_line()
    {
        var line = FactJson.Write(new ArticleFact("a", "p", null, "A\u001b[31m\nB\u2028C\u0085D", null, "en", 1, null));

        Assert.DoesNotContain(line, c => char.IsControl(c) || c is '\u2028' or '\u2029');
        Assert.Equal(
            "A\u001b[31m\nB\u2028C\u0085D",
            JsonDocument.Parse(line).RootElement.GetProperty("title").GetString()
        );
    }
}
