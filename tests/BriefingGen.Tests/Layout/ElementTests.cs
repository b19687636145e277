using BriefingGen.Layout.Drawing;
using BriefingGen.Layout.Fluent;
using BriefingGen.Layout.Infrastructure;

namespace BriefingGen.Tests.Layout;

public sealed class ElementTests
{
    [Fact]
    public void Padding_adds_to_the_size_and_moves_the_content()
    {
        var layout = LayoutCase
            .HavingSpaceOfSize(100, 100)
            .ForContent(c => c.Padding(10).PaddingLeft(5).Mock('a', 20, 30));
        Assert.Equal(SpacePlan.Full(45, 50), layout.Measure());
        Assert.Equal("a 15,10 20x30", layout.DrawPages().Single().Single().ToString());
    }

    [Fact]
    public void Padding_larger_than_the_space_asks_for_another_page()
    {
        var layout = LayoutCase.HavingSpaceOfSize(100, 100).ForContent(c => c.Padding(60).Mock('a', 1, 1));
        Assert.Equal(SpacePlanType.Wrap, layout.Measure().Type);
    }

    [Fact]
    public void Units_are_lengths_of_the_world()
    {
        var layout = LayoutCase
            .HavingSpaceOfSize(1000, 1000)
            .ForContent(c => c.Padding(1, Unit.Inch).Width(2.54f, Unit.Centimetre).Mock('a', 72, 10));
        Assert.Equal(216, layout.Measure().Width, 0.01f);
    }

    [Fact]
    public void A_column_sets_items_below_each_other_and_goes_on_over_pages()
    {
        var pages = LayoutCase
            .HavingSpaceOfSize(100, 100)
            .ForContent(c =>
                c.Column(column =>
                {
                    column.Spacing(10);
                    column.Item().Mock('a', 50, 40);
                    column.Item().Mock('b', 50, 30);
                    column.Item().Mock('c', 50, 60, isDivisible: true);
                    column.Item().Mock('d', 50, 45);
                })
            )
            .DrawPages();
        Assert.Equal(
            ["a 0,0 50x40|b 0,50 50x30|c 0,90 50x10", "c 0,0 50x50", "d 0,0 50x45"],
            pages.Select(page => string.Join('|', page))
        );
    }

    [Fact]
    public void Empty_items_take_no_spacing()
    {
        var layout = LayoutCase
            .HavingSpaceOfSize(100, 100)
            .ForContent(c =>
                c.Column(column =>
                {
                    column.Spacing(10);
                    column.Item();
                    column.Item().Mock('a', 10, 10);
                    column.Item();
                    column.Item().Mock('b', 10, 10);
                    column.Item();
                })
            );
        Assert.Equal(SpacePlan.Full(10, 30), layout.Measure());
    }

    [Fact]
    public void A_heading_goes_to_the_next_page_with_its_text()
    {
        var pages = LayoutCase
            .HavingSpaceOfSize(100, 100)
            .ForContent(c =>
                c.Column(column =>
                {
                    column.Item().Mock('a', 50, 60);
                    column.Item().KeepWithNext().Mock('h', 50, 20);
                    column.Item().Mock('b', 50, 30);
                })
            )
            .DrawPages();
        Assert.Equal(["a 0,0 50x60", "h 0,0 50x20|b 0,20 50x30"], pages.Select(page => string.Join('|', page)));
    }

    [Fact]
    public void A_heading_whose_text_fits_no_page_beside_it_still_gets_printed()
    {
        var pages = LayoutCase
            .HavingSpaceOfSize(100, 100)
            .ForContent(c =>
                c.Column(column =>
                {
                    column.Item().KeepWithNext().Mock('h', 50, 20);
                    column.Item().Mock('b', 50, 90);
                })
            )
            .DrawPages();
        Assert.Equal(["h 0,0 50x20", "b 0,0 50x90"], pages.Select(page => string.Join('|', page)));
    }

    [Fact]
    public void A_row_shares_the_width_that_fixed_items_leave()
    {
        var pages = LayoutCase
            .HavingSpaceOfSize(100, 100)
            .ForContent(c =>
                c.Row(row =>
                {
                    row.Spacing(5);
                    row.ConstantItem(30).Mock('a', 30, 10);
                    row.RelativeItem(2).Mock('b', 20, 20);
                    row.RelativeItem().Mock('c', 20, 5);
                })
            )
            .DrawPages();
        Assert.Equal("a 0,0 30x10|b 35,0 20x20|c 80,0 20x5", string.Join('|', pages.Single()));
    }

    [Fact]
    public void Items_of_a_row_end_on_their_own_pages()
    {
        var pages = LayoutCase
            .HavingSpaceOfSize(100, 50)
            .ForContent(c =>
                c.Row(row =>
                {
                    row.RelativeItem().Mock('a', 30, 20);
                    row.RelativeItem().Mock('b', 30, 80, isDivisible: true);
                })
            )
            .DrawPages();
        Assert.Equal(["a 0,0 30x20|b 50,0 30x50", "b 50,0 30x30"], pages.Select(page => string.Join('|', page)));
    }

    [Fact]
    public void Alignment_moves_what_is_smaller_than_its_place()
    {
        var pages = LayoutCase
            .HavingSpaceOfSize(100, 100)
            .ForContent(c => c.Width(80).Height(60).AlignRight().AlignMiddle().Mock('a', 20, 10))
            .DrawPages();
        Assert.Equal("a 60,25 20x10", pages.Single().Single().ToString());
    }

    [Fact]
    public void What_is_to_stay_whole_goes_to_the_next_page_and_is_cut_only_where_no_page_holds_it()
    {
        var pages = LayoutCase
            .HavingSpaceOfSize(100, 100)
            .ForContent(c =>
                c.Column(column =>
                {
                    column.Item().Mock('a', 10, 70);
                    column.Item().ShowEntire().Mock('b', 10, 60, isDivisible: true);
                    column.Item().ShowEntire().Mock('c', 10, 130, isDivisible: true);
                })
            )
            .DrawPages();
        Assert.Equal(
            ["a 0,0 10x70", "b 0,0 10x60", "c 0,0 10x100", "c 0,0 10x30"],
            pages.Select(page => string.Join('|', page))
        );
    }

    [Fact]
    public void Ensured_space_begins_on_the_next_page_where_less_is_left()
    {
        var pages = LayoutCase
            .HavingSpaceOfSize(100, 100)
            .ForContent(c =>
                c.Column(column =>
                {
                    column.Item().Mock('a', 10, 70);
                    column.Item().EnsureSpace(40).Mock('b', 10, 50, isDivisible: true);
                })
            )
            .DrawPages();
        Assert.Equal(["a 0,0 10x70", "b 0,0 10x50"], pages.Select(page => string.Join('|', page)));
    }

    [Fact]
    public void A_page_break_ends_the_page()
    {
        var pages = LayoutCase
            .HavingSpaceOfSize(100, 100)
            .ForContent(c =>
                c.Column(column =>
                {
                    column.Item().Mock('a', 10, 10);
                    column.Item().PageBreak();
                    column.Item().Mock('b', 10, 10);
                })
            )
            .DrawPages();
        Assert.Equal(["a 0,0 10x10", "b 0,0 10x10"], pages.Select(page => string.Join('|', page)));
    }

    [Fact]
    public void A_decoration_repeats_what_stands_around_its_content()
    {
        var pages = LayoutCase
            .HavingSpaceOfSize(100, 100)
            .ForContent(c =>
                c.Decoration(decoration =>
                {
                    decoration.Before().ShowOnce().Mock('f', 10, 20);
                    decoration.Content().Mock('c', 10, 150, isDivisible: true);
                    decoration.After().SkipOnce().Mock('s', 10, 10);
                })
            )
            .DrawPages();
        Assert.Equal(
            ["f 0,0 10x20|c 0,20 10x80", "c 0,0 10x70|s 0,70 10x10"],
            pages.Select(page => string.Join('|', page))
        );
    }

    [Fact]
    public void Items_flow_like_words()
    {
        var pages = LayoutCase
            .HavingSpaceOfSize(100, 100)
            .ForContent(c =>
                c.Inlined(inlined =>
                {
                    inlined.Spacing(5);
                    inlined.Item().Mock('a', 40, 10);
                    inlined.Item().Mock('b', 40, 20);
                    inlined.Item().Mock('c', 40, 10);
                })
            )
            .DrawPages();
        Assert.Equal("a 0,0 40x10|b 45,0 40x20|c 0,25 40x10", string.Join('|', pages.Single()));
    }

    [Fact]
    public void Measuring_changes_nothing()
    {
        var layout = LayoutCase
            .HavingSpaceOfSize(60, 40)
            .ForContent(c =>
                c.Column(column =>
                {
                    column.Item().KeepWithNext().Text("A heading of some words");
                    column.Item().Text("The talks ended without agreement, and a second round was not announced.");
                })
            );
        var first = layout.Measure();
        Assert.Equal(first, layout.Measure());
        Assert.Equal(first, layout.Measure());
    }
}
