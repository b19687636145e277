using System.Text;
using BriefingGen.Composition;
using BriefingGen.Rendering;

namespace BriefingGen.Tests.Rendering;

internal static class RenderedText
{
    public static string Of(IBriefRenderer renderer, Brief brief)
    {
        using var stream = new MemoryStream();
        renderer.Render(brief, stream, CancellationToken.None);
        return Encoding.UTF8.GetString(stream.ToArray());
    }
}
