using System.Collections.Immutable;
using BriefingGen.Language.Documents;

namespace BriefingGen.Language;

/// <summary>Gathers components; <see cref="Build"/> freezes them into a <see cref="LanguagePipeline"/>.</summary>
public sealed class LanguagePipelineBuilder
{
    private readonly List<ILanguageComponent> _components = [];

    /// <summary>Adds a component at the end.</summary>
    public LanguagePipelineBuilder Add(ILanguageComponent component)
    {
        ArgumentNullException.ThrowIfNull(component);
        _components.Add(component);
        return this;
    }

    /// <summary>Checks the order and freezes it.</summary>
    /// <exception cref="InvalidOperationException">
    /// A component requires a layer that none before it provides, or provides one that is there already; the message
    /// names both.
    /// </exception>
    public LanguagePipeline Build()
    {
        var present = Layers.None;
        foreach (var component in _components)
        {
            if ((component.Requires & ~present) is not Layers.None and var missing)
            {
                throw new InvalidOperationException(
                    $"The component '{component.Name}' requires {missing}, which no component before it provides."
                );
            }

            if ((component.Provides & present) is not Layers.None and var twice)
            {
                throw new InvalidOperationException(
                    $"The component '{component.Name}' provides {twice}, which is there already."
                );
            }

            present |= component.Provides;
        }

        return new LanguagePipeline(_components.ToImmutableArray(), present);
    }
}
