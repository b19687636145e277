using System.Collections.Immutable;
using System.Text;
using BriefingGen.Language.Text;
using CsCheck;

namespace BriefingGen.Tests.Language.Text;

public class RepairedTextTests
{
    // A text and edits over it: insertions, removals and replacements, also side by side and at both ends.
    private static readonly Gen<RepairedText> Repaired = Gen.Select(
            Gen.Char['a', 'z'].Array[0, 30],
            Gen.Select(Gen.Int[0, 4], Gen.Int[0, 3], Gen.Int[0, 3]).Array[0, 8]
        )
        .Select(
            (characters, steps) =>
            {
                var edits = ImmutableArray.CreateBuilder<TextEdit>();
                var at = 0;
                foreach (var (gap, length, replacement) in steps)
                {
                    at += gap;
                    if (at + length > characters.Length)
                    {
                        break;
                    }

                    edits.Add(
                        new TextEdit(new TextSpan(at, at + length), new string('#', replacement), EditKind.Accent, 1)
                    );
                    at += length;
                }

                return new RepairedText(new SourceText(new string(characters)), edits.ToImmutable());
            }
        );

    [Fact]
    public void The_reading_is_the_source_with_every_edit_done() =>
        Repaired.Sample(text =>
        {
            var expected = new StringBuilder(text.Source.Value);
            foreach (var edit in text.Edits.Reverse())
            {
                expected.Remove(edit.Span.Start, edit.Span.Length).Insert(edit.Span.Start, edit.Replacement);
            }

            Assert.Equal(expected.ToString(), text.Value);
        });

    [Fact]
    public void Characters_that_no_edit_touched_map_to_themselves_both_ways() =>
        Repaired.Sample(text =>
        {
            for (var i = 0; i < text.Value.Length; i++)
            {
                var source = text.ToSource(new TextSpan(i, i + 1));
                if (text.Value[i] == '#')
                {
                    // A restored character stands for what one edit replaced, or for the place of an insertion.
                    Assert.Contains(text.Edits, edit => edit.Span == source);
                    continue;
                }

                Assert.Equal(text.Value.Substring(i, 1), text.Source.ToString(source));
                Assert.Equal(new TextSpan(i, i + 1), text.ToReading(source));
            }
        });

    [Fact]
    public void Every_span_of_the_reading_maps_into_the_source_in_order() =>
        Repaired.Sample(text =>
        {
            var last = 0;
            for (var i = 0; i <= text.Value.Length; i++)
            {
                for (var end = i; end <= text.Value.Length; end++)
                {
                    var source = text.ToSource(new TextSpan(i, end));
                    Assert.True(source.End <= text.Source.Length);
                }

                var start = text.ToSource(new TextSpan(i, text.Value.Length)).Start;
                Assert.True(start >= last);
                last = start;
            }
        });

    [Fact]
    public void Every_span_of_the_source_maps_into_the_reading_and_the_whole_to_the_whole() =>
        Repaired.Sample(text =>
        {
            for (var i = 0; i <= text.Source.Length; i++)
            {
                for (var end = i; end <= text.Source.Length; end++)
                {
                    var span = new TextSpan(i, end);
                    var (narrow, wide) = (text.ToReading(span), text.ToReadingWithEdges(span));
                    Assert.True(wide.End <= text.Value.Length);
                    Assert.True(narrow.IsEmpty || wide.Contains(narrow));
                    Assert.Equal(text.Value[narrow.Start..narrow.End], text.Read(span));
                }
            }

            Assert.Equal(
                new TextSpan(0, text.Value.Length),
                text.ToReadingWithEdges(new TextSpan(0, text.Source.Length))
            );
        });

    [Fact]
    public void A_restored_apostrophe_is_read_and_the_span_names_what_is_on_disk()
    {
        var text = new RepairedText(
            new SourceText("Vesnias war"),
            [new TextEdit(new TextSpan(6, 6), "'", EditKind.Apostrophe, 0.9)]
        );

        Assert.Equal("Vesnia's war", text.Value);
        Assert.Equal("Vesnia's", text.Read(new TextSpan(0, 7)));
        Assert.Equal(new TextSpan(0, 7), text.ToSource(new TextSpan(0, 8)));
        Assert.Equal("s", text.Source.ToString(text.ToSource(new TextSpan(6, 8))));
    }

    [Fact]
    public void Edits_out_of_order_are_refused() =>
        Assert.Throws<ArgumentException>(() =>
            new RepairedText(
                new SourceText("abc"),
                [
                    new TextEdit(new TextSpan(2, 3), "x", EditKind.Accent, 1),
                    new TextEdit(new TextSpan(0, 1), "y", EditKind.Accent, 1),
                ]
            )
        );
}
