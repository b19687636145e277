using BriefingGen.Layout.Drawing;
using BriefingGen.Layout.Infrastructure;

namespace BriefingGen.Layout.Elements;

/// <summary>Content with something above and below it on every page that it takes.</summary>
internal sealed class Decoration : Element
{
    internal ContainerElement Before { get; } = new();

    internal ContainerElement Content { get; } = new();

    internal ContainerElement After { get; } = new();

    internal override void ForEachChild<T>(Action<Element, T> action, T argument)
    {
        action(Before, argument);
        action(Content, argument);
        action(After, argument);
    }

    protected override SpacePlan MeasureCore(Size space)
    {
        var before = Before.Measure(space);
        var after = After.Measure(new Size(space.Width, Math.Max(0, space.Height - before.Height)));
        if (before.Type is SpacePlanType.Wrap or SpacePlanType.PartialRender)
        {
            return SpacePlan.Wrap("What stands above the content does not fit.");
        }

        if (after.Type is SpacePlanType.Wrap or SpacePlanType.PartialRender)
        {
            return SpacePlan.Wrap("What stands below the content does not fit.");
        }

        var rest = space.Height - before.Height - after.Height;
        var plan = Content.Measure(new Size(space.Width, rest));
        return plan.Draws
            ? plan.Resized(
                Math.Max(plan.Width, Math.Max(before.Width, after.Width)),
                before.Height + plan.Height + after.Height
            )
            : plan;
    }

    protected override void DrawCore(Size space, IPageCanvas canvas)
    {
        var before = Before.Measure(space);
        var after = After.Measure(new Size(space.Width, Math.Max(0, space.Height - before.Height)));
        var plan = Content.Measure(new Size(space.Width, space.Height - before.Height - after.Height));
        DrawRepeated(Before, before, 0, space.Width, canvas);
        DrawAt(Content, 0, before.Height, new Size(space.Width, plan.Height), canvas);
        DrawRepeated(After, after, before.Height + plan.Height, space.Width, canvas);
    }

    private void DrawRepeated(Element element, SpacePlan plan, float y, float width, IPageCanvas canvas)
    {
        if (plan.Draws)
        {
            DrawAt(element, 0, y, new Size(width, plan.Height), canvas);
        }

        element.Reset(hard: false);
    }
}

/// <summary>Things one above the other in depth; the primary one gives the size.</summary>
internal sealed class Layers : Element
{
    internal List<(ContainerElement Element, bool IsPrimary)> Items { get; } = [];

    internal override void ForEachChild<T>(Action<Element, T> action, T argument)
    {
        foreach (var (element, _) in Items)
        {
            action(element, argument);
        }
    }

    protected override SpacePlan MeasureCore(Size space) => Items.Find(i => i.IsPrimary).Element.Measure(space);

    protected override void DrawCore(Size space, IPageCanvas canvas)
    {
        foreach (var (element, isPrimary) in Items)
        {
            if (element.Measure(space).Draws)
            {
                element.Draw(space, canvas);
            }

            if (!isPrimary)
            {
                element.Reset(hard: false);
            }
        }
    }
}
