using BriefingGen.Layout.Drawing;
using BriefingGen.Layout.Infrastructure;

namespace BriefingGen.Layout.Elements;

/// <summary>Rows and columns over as many pages as they need; header and footer stand on each.</summary>
internal sealed class Table : Element
{
    internal Table()
    {
        Header = new TableGrid(Columns);
        Body = new TableGrid(Columns);
        Footer = new TableGrid(Columns);
    }

    internal List<TableColumn> Columns { get; } = [];

    internal TableGrid Header { get; }

    internal TableGrid Body { get; }

    internal TableGrid Footer { get; }

    internal override void ForEachChild<T>(Action<Element, T> action, T argument)
    {
        action(Header, argument);
        action(Body, argument);
        action(Footer, argument);
    }

    protected override SpacePlan MeasureCore(Size space)
    {
        var header = Header.Measure(space);
        var footer = Footer.Measure(new Size(space.Width, Math.Max(0, space.Height - header.Height)));
        if (header.Type is SpacePlanType.Wrap or SpacePlanType.PartialRender)
        {
            return SpacePlan.Wrap("The table's header does not fit.");
        }

        if (footer.Type is SpacePlanType.Wrap or SpacePlanType.PartialRender)
        {
            return SpacePlan.Wrap("The table's footer does not fit.");
        }

        var plan = Body.Measure(new Size(space.Width, Math.Max(0, space.Height - header.Height - footer.Height)));
        return plan.Type switch
        {
            SpacePlanType.Wrap => plan,
            SpacePlanType.Empty when header.Draws || footer.Draws => SpacePlan.Full(
                Math.Max(header.Width, footer.Width),
                header.Height + footer.Height
            ),
            SpacePlanType.Empty => plan,
            _ => plan.Resized(plan.Width, header.Height + plan.Height + footer.Height),
        };
    }

    protected override void DrawCore(Size space, IPageCanvas canvas)
    {
        var header = Header.Measure(space);
        var footer = Footer.Measure(new Size(space.Width, Math.Max(0, space.Height - header.Height)));
        var body = new Size(space.Width, Math.Max(0, space.Height - header.Height - footer.Height));
        var plan = Body.Measure(body);
        DrawRepeated(Header, header, 0, canvas);
        var height = Body.ExtendsLastCells ? body.Height : plan.Height;
        if (plan.Draws)
        {
            DrawAt(Body, 0, header.Height, new Size(space.Width, height), canvas);
        }

        DrawRepeated(Footer, footer, header.Height + height, canvas);
    }

    private void DrawRepeated(TableGrid grid, SpacePlan plan, float y, IPageCanvas canvas)
    {
        if (plan.Draws)
        {
            DrawAt(grid, 0, y, plan.Size, canvas);
        }

        grid.Reset(hard: false);
    }
}
