using BriefingGen.Sources;

namespace BriefingGen.Composition;

/// <summary>A template folder, or a file in it, cannot be used. The message says file, line, column and what is wrong.</summary>
public sealed class TemplateException : ConfigurationException
{
    /// <summary>Makes the error.</summary>
    /// <param name="file">The file in the template folder, <c>/</c> between folders, or the folder itself.</param>
    /// <param name="line">Line from 1; 0 where the whole file is meant.</param>
    /// <param name="column">Column from 1; 0 where the whole line is meant.</param>
    /// <param name="problem">What is wrong and what was expected.</param>
    /// <param name="inner">What led to it; null for nothing.</param>
    public TemplateException(string file, int line, int column, string problem, Exception? inner = null)
        : base(Sources.Wording.Message(line > 0 ? $"{file}:{line}:{column}: {problem}" : $"{file}: {problem}"), inner!)
    {
        File = file;
        Line = line;
        Column = column;
        Problem = Sources.Wording.Message(problem);
    }

    /// <summary>The file in the template folder.</summary>
    public string File { get; }

    /// <summary>Line from 1; 0 where the whole file is meant.</summary>
    public int Line { get; }

    /// <summary>Column from 1; 0 where the whole line is meant.</summary>
    public int Column { get; }

    /// <summary>What is wrong, without the place.</summary>
    public string Problem { get; }
}
