using BriefingGen.Layout.Drawing.Exceptions;
using BriefingGen.Layout.Elements;
using BriefingGen.Layout.Infrastructure;
using SkiaSharp;

namespace BriefingGen.Layout.Fluent;

/// <summary>Describes an image.</summary>
public sealed class ImageDescriptor
{
    private readonly ImageElement _image;

    internal ImageDescriptor(ImageElement image) => _image = image;

    /// <summary>As wide as its place.</summary>
    public ImageDescriptor FitWidth() => Fit(ImageFit.Width);

    /// <summary>As high as its place.</summary>
    public ImageDescriptor FitHeight() => Fit(ImageFit.Height);

    /// <summary>As large as its place allows.</summary>
    public ImageDescriptor FitArea() => Fit(ImageFit.Area);

    /// <summary>Stretched over its place.</summary>
    public ImageDescriptor FitUnproportionally() => Fit(ImageFit.Stretched);

    private ImageDescriptor Fit(ImageFit fit)
    {
        _image.Fit = fit;
        return this;
    }
}

/// <summary>Raster images.</summary>
public static class ImageExtensions
{
    /// <summary>Puts an image here.</summary>
    /// <param name="parent">The place.</param>
    /// <param name="imageData">A PNG, JPEG or WebP file.</param>
    /// <exception cref="DocumentComposeException">It cannot be read.</exception>
    public static ImageDescriptor Image(this IContainer parent, byte[] imageData)
    {
        ArgumentNullException.ThrowIfNull(imageData);
        using var data = SKData.CreateCopy(imageData);
        var image = SKImage.FromEncodedData(data) ?? throw new DocumentComposeException("The image cannot be read.");
        var element = new ImageElement(image, image.Width, image.Height);
        parent.Put(element);
        return new ImageDescriptor(element);
    }
}

/// <summary>Describes a vector drawing.</summary>
public sealed class SvgImageDescriptor
{
    private readonly SvgElement _svg;

    internal SvgImageDescriptor(SvgElement svg) => _svg = svg;

    /// <summary>As wide as its place.</summary>
    public SvgImageDescriptor FitWidth() => Fit(ImageFit.Width);

    /// <summary>As high as its place.</summary>
    public SvgImageDescriptor FitHeight() => Fit(ImageFit.Height);

    /// <summary>As large as its place allows.</summary>
    public SvgImageDescriptor FitArea() => Fit(ImageFit.Area);

    private SvgImageDescriptor Fit(ImageFit fit)
    {
        _svg.Fit = fit;
        return this;
    }
}

/// <summary>Vector drawings.</summary>
public static class SvgExtensions
{
    /// <summary>
    /// Puts a drawing here, of this subset of SVG 1.1: svg, g, path, rect, circle, ellipse, line, polyline, polygon and
    /// text, with fill, stroke, opacity and transform. Nothing outside the text is ever read.
    /// </summary>
    /// <param name="container">The place.</param>
    /// <param name="svg">The drawing's text.</param>
    /// <exception cref="DocumentComposeException">It is not well-formed, or has neither size nor viewBox.</exception>
    public static SvgImageDescriptor Svg(this IContainer container, string svg)
    {
        ArgumentNullException.ThrowIfNull(svg);
        var element = new SvgElement(SvgReader.Read(svg));
        container.Put(element);
        return new SvgImageDescriptor(element);
    }
}
