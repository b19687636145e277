using System.Globalization;
using BriefingGen.Composition.Templates;
using Scriban;
using Scriban.Functions;
using Scriban.Parsing;
using Scriban.Runtime;
using Scriban.Syntax;

namespace BriefingGen.Composition.Templating;

/// <summary>
/// Runs template files: strict names, bounded loops, output and steps, no .NET type in reach, includes from the
/// template folder only.
/// </summary>
internal sealed class TemplateRunner(TemplateSet templates, PartMarks marks)
{
    private const int LoopLimit = 200_000;
    private const int RecursionLimit = 24;
    private const int DepthLimit = 400;
    private const int OutputLimit = 4_000_000;

    // Expressions that one run of a template may evaluate; a day of two thousand articles takes a hundredth of it. No clock:
    // under load the same template must not fail on what it made before.
    private const long StepLimit = 30_000_000;

    // Of all templates of a brief together, a section more often than once among them.
    private int _left = OutputLimit;
    private readonly Dictionary<string, Template> _parsed = new(StringComparer.Ordinal);

    /// <summary>The Markdown that a template makes of a model.</summary>
    /// <exception cref="TemplateException">The template is wrong, or goes past a limit.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was cancelled.</exception>
    public string Run(string name, ScriptObject model, CancellationToken cancellationToken)
    {
        var context = new Context(marks)
        {
            TemplateLoader = new Loader(templates),
            CancellationToken = cancellationToken,
        };
        context.PushCulture(CultureInfo.InvariantCulture);
        context.PushGlobal(model);
        try
        {
            var text = DeepStack.Run(() => Parse(name).Render(context));
            _left -= text.Length;
            return _left >= 0
                ? text
                : throw new TemplateException(
                    name,
                    0,
                    0,
                    $"the templates of this brief make more than {OutputLimit} characters together"
                );
        }
        catch (ScriptAbortException)
        {
            throw new OperationCanceledException(cancellationToken);
        }
        catch (ScriptRuntimeException e)
        {
            throw At(name, e.Span, e.OriginalMessage, e);
        }
    }

    private Template Parse(string name)
    {
        if (_parsed.TryGetValue(name, out var known))
        {
            return known;
        }

        var text = templates.Find(name) ?? throw new TemplateException(name, 0, 0, "there is no such template file");
        var template = Template.Parse(text, name, new ParserOptions { ExpressionDepthLimit = 100 });
        if (template.HasErrors)
        {
            var first = template.Messages.First(message => message.Type == ParserMessageType.Error);
            throw At(name, first.Span, first.Message, null);
        }

        _parsed.Add(name, template);
        return template;
    }

    private static TemplateException At(string name, SourceSpan span, string problem, Exception? inner) =>
        new(
            string.IsNullOrEmpty(span.FileName) ? name : span.FileName,
            span.Start.Line + 1,
            span.Start.Column + 1,
            problem,
            inner
        );

    private sealed class Context : TemplateContext
    {
        private readonly PartMarks _marks;
        private int _depth;
        private long _steps;

        public Context(PartMarks marks)
            : base(Builtins(marks))
        {
            _marks = marks;
            StrictVariables = true;
            EnableRelaxedMemberAccess = false;
            EnableRelaxedTargetAccess = false;
            EnableRelaxedIndexerAccess = false;
            EnableRelaxedFunctionAccess = false;
            LoopLimit = TemplateRunner.LoopLimit;
            RecursiveLimit = RecursionLimit;
            ObjectRecursionLimit = RecursionLimit;
            LimitToString = TemplateRunner.OutputLimit;
            OnStringLimit = ScriptLimitBehavior.Throw;
            OnOutputLimit = ScriptLimitBehavior.Throw;
            RegexTimeOut = TimeSpan.FromSeconds(1);
            MemberFilter = _ => false;
            NewLine = "\n";
            TryGetVariable = UnknownVariable;
            TryGetMember = UnknownMember;
        }

        public override object Evaluate(ScriptNode? scriptNode, bool aliasReturnedFunction)
        {
            if (_depth >= DepthLimit)
            {
                throw new ScriptRuntimeException(scriptNode?.Span ?? default, "expressions are nested too deep");
            }

            if (++_steps > StepLimit)
            {
                throw new ScriptRuntimeException(
                    scriptNode?.Span ?? default,
                    $"takes more than {StepLimit} steps; is there an endless loop?"
                );
            }

            _depth++;
            try
            {
                return base.Evaluate(scriptNode, aliasReturnedFunction)!;
            }
            finally
            {
                _depth--;
            }
        }

        public override string ObjectToString(object? value, bool nested = false) =>
            value switch
            {
                Phrase phrase => _marks.Markdown(phrase),
                CitationSet set => _marks.Markdown(set),
                _ => base.ObjectToString(value!, nested) ?? string.Empty,
            };

        // What works on text, lists and numbers; nothing that reads the clock, makes random numbers, evaluates text
        // as a template or runs regular expressions.
        private static ScriptObject Builtins(PartMarks marks)
        {
            var builtins = new ScriptObject
            {
                ["array"] = new ArrayFunctions(),
                ["string"] = new StringFunctions(),
                ["math"] = new MathFunctions(),
                ["include"] = new IncludeFunction(),
                ["empty"] = EmptyScriptObject.Default,
            };
            ((ScriptObject)builtins["math"]!).Remove("random");
            ((ScriptObject)builtins["math"]!).Remove("uuid");
            builtins.Import("cite", new Func<object?, string>(item => Cite(marks, item)));
            return builtins;
        }

        private static string Cite(PartMarks marks, object? item) =>
            item switch
            {
                CitationSet set => marks.Markdown(set),
                ScriptObject model when model.TryGetValue("refs", out var refs) && refs is CitationSet set =>
                    marks.Markdown(set),
                null => string.Empty,
                _ => throw new ArgumentException(
                    "cite needs an item that has refs, such as a claim or an event",
                    nameof(item)
                ),
            };

        private static bool UnknownVariable(
            TemplateContext context,
            SourceSpan span,
            ScriptVariable variable,
            out object? value
        )
        {
            value = null;
            var globals = context.CurrentGlobal is { } global ? global.GetMembers() : [];
            var known = globals.Concat(context.BuiltinObject.GetMembers());
            throw new ScriptRuntimeException(
                span,
                $"unknown variable \"{variable.Name}\"{Nearest.Hint(variable.Name, known)}"
            );
        }

        private static bool UnknownMember(
            TemplateContext context,
            SourceSpan span,
            object target,
            string member,
            out object? value
        )
        {
            value = null;
            var known = target is IScriptObject script ? script.GetMembers() : [];
            throw new ScriptRuntimeException(span, $"unknown name \"{member}\"{Nearest.Hint(member, known)}");
        }
    }

    private sealed class Loader(TemplateSet templates) : ITemplateLoader
    {
        public string GetPath(TemplateContext context, SourceSpan callerSpan, string templateName) =>
            templates.Find(templateName) is not null && templateName.EndsWith(".sbn", StringComparison.Ordinal)
                ? templateName
                : throw new ScriptRuntimeException(
                    callerSpan,
                    $"there is no template file \"{templateName}\" in the template folder"
                        + Nearest.Hint(templateName, templates.TemplateNames)
                );

        public string Load(TemplateContext context, SourceSpan callerSpan, string templatePath) =>
            templates.Find(templatePath)!;

        public ValueTask<string?> LoadAsync(TemplateContext context, SourceSpan callerSpan, string templatePath) =>
            ValueTask.FromResult(templates.Find(templatePath));
    }
}
