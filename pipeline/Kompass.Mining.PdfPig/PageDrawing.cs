using Kompass.Mining.Documents;
using Kompass.Mining.Documents.Pdf.Visible;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Filters;
using UglyToad.PdfPig.Geometry;
using UglyToad.PdfPig.Graphics;
using UglyToad.PdfPig.Graphics.Colors;
using UglyToad.PdfPig.Graphics.Core;
using UglyToad.PdfPig.Graphics.Operations;
using UglyToad.PdfPig.Parser;
using UglyToad.PdfPig.PdfFonts;
using UglyToad.PdfPig.Tokenization.Scanner;
using UglyToad.PdfPig.Tokens;

namespace Kompass.Mining.PdfPig;

/// <summary>
/// Runs a page's content and keeps what it draws in the order of drawing. PdfPig's own page has letters, paths and pictures in three lists, which do not tell what
/// lies over what.
/// </summary>
internal sealed class PageDrawing : BaseStreamProcessor<DrawnPage>
{
    // What PdfPig calls fonts whose letters are drawings: they have no name.
    private const string NamelessFont = "Type3";

    // A fill through which one sees is no cover and no ground.
    private const double Opaque = 0.9;

    private readonly double _width;
    private readonly double _height;
    private readonly LayerStates _layers;
    private readonly IReadOnlyList<Appearance> _appearances;
    private readonly List<Glyph> _glyphs = [];
    private readonly ShapeList _shapes;
    private readonly Stack<Box> _clips = new();
    private readonly Stack<bool> _off = new();
    private readonly DrawnPath _path = new();
    private IColor? _colour;
    private int _rgb;
    private int _order;

    public PageDrawing(
        int page,
        IResourceStore resources,
        IPdfTokenScanner scanner,
        IPageContentParser parser,
        ILookupFilterProvider filters,
        CropBox crop,
        UserSpaceUnit unit,
        PageRotationDegrees rotation,
        in TransformationMatrix matrix,
        ParsingOptions options,
        LayerStates layers,
        IReadOnlyList<Appearance> appearances
    )
        : base(page, resources, scanner, parser, filters, crop, unit, rotation, in matrix, options)
    {
        var seen = crop.Bounds;
        (_width, _height) = rotation.SwapsAxis
            ? (seen.Height, seen.Width)
            : (seen.Width, seen.Height);
        _shapes = new ShapeList();
        _layers = layers;
        _appearances = appearances;
        _clips.Push(new Box(0, 0, _width, _height));
    }

    public override DrawnPage Process(
        int pageNumberCurrent,
        IReadOnlyList<IGraphicsStateOperation> operations
    )
    {
        PageNumber = pageNumberCurrent;
        CloneAllStates();
        var depth = StackSize;
        PushState();
        ProcessOperations(operations);
        CloseTo(depth);
        foreach (var appearance in _appearances)
        {
            Draw(appearance);
            CloseTo(depth);
        }

        return new DrawnPage(_width, _height, _glyphs, _shapes.Kept);
    }

    // Content may leave states open.
    private void CloseTo(int depth)
    {
        _off.Clear();
        while (StackSize > depth)
        {
            PopState();
        }
    }

    private void Draw(Appearance appearance)
    {
        _shapes.TakesLines = appearance.Strikes;
        PushState();
        ModifyCurrentTransformationMatrix(appearance.Place);
        try
        {
            ProcessFormXObject(appearance.Stream, NameToken.Create("Appearance"));
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            // One that the library cannot parse is no reason to lose the page.
        }
    }

    public override void PushState()
    {
        base.PushState();
        _clips.Push(_clips.Peek());
    }

    public override void PopState()
    {
        base.PopState();
        if (_clips.Count > 1)
        {
            _clips.Pop();
        }
    }

    public override void RenderGlyph(
        IFont font,
        CurrentGraphicsState currentState,
        double fontSize,
        double pointSize,
        int code,
        string unicode,
        long currentOffset,
        in TransformationMatrix renderingMatrix,
        in TransformationMatrix textMatrix,
        in TransformationMatrix transformationMatrix,
        CharacterBoundingBox characterBoundingBox
    )
    {
        var from = At(0, in renderingMatrix, in textMatrix, in transformationMatrix);
        var to = At(
            characterBoundingBox.Width,
            in renderingMatrix,
            in textMatrix,
            in transformationMatrix
        );
        var mode = currentState.FontState.TextRenderingMode;
        var isStroke = mode is TextRenderingMode.Stroke or TextRenderingMode.StrokeClip;
        var colour = isStroke
            ? currentState.CurrentStrokingColor
            : currentState.CurrentNonStrokingColor;
        var opacity = isStroke
            ? currentState.AlphaConstantStroking
            : currentState.AlphaConstantNonStroking;
        var isClipped = !_clips
            .Peek()
            .Contains((from.X + to.X) / 2, _height - ((from.Y + to.Y) / 2), pointSize);
        if (
            Glyph.Of(
                unicode,
                font.Name?.Data is { Length: > 0 } name and not NamelessFont ? name : null,
                pointSize,
                mode == TextRenderingMode.FillThenStroke,
                new Paint(
                    _order++,
                    Rgb(colour),
                    opacity,
                    mode is not (TextRenderingMode.Neither or TextRenderingMode.NeitherClip),
                    _off.Contains(true),
                    isClipped
                ),
                from,
                to
            ) is
            { } glyph
        )
        {
            _glyphs.Add(glyph);
        }
    }

    protected override void RenderXObjectImage(XObjectContentRecord xObjectContentRecord)
    {
        var dictionary = xObjectContentRecord.Stream.StreamDictionary;
        // A mask is paint through holes, a picture with a soft mask lets through what lies under it.
        var isWhole =
            !dictionary.ContainsKey(NameToken.Smask)
            && !dictionary.ContainsKey(NameToken.Mask)
            && dictionary.Data.GetValueOrDefault(NameToken.ImageMask.Data)
                is not BooleanToken { Data: true };
        Picture(
            xObjectContentRecord.AppliedTransformation.Transform(new PdfRectangle(0, 0, 1, 1)),
            isWhole ? 1 : 0.5,
            _layers.IsOff(dictionary)
        );
    }

    protected override void RenderInlineImage(InlineImage inlineImage) =>
        Picture(inlineImage.BoundingBox, inlineImage.IsImageMask ? 0.5 : 1, false);

    protected override void ProcessFormXObject(StreamToken formStream, NameToken xObjectName)
    {
        _off.Push(_layers.IsOff(formStream.StreamDictionary));
        try
        {
            base.ProcessFormXObject(formStream, xObjectName);
        }
        finally
        {
            _off.Pop();
        }
    }

    public override void BeginMarkedContent(
        NameToken name,
        NameToken? propertyDictionaryName,
        DictionaryToken? properties
    )
    {
        var actual = propertyDictionaryName is null
            ? properties
            : ResourceStore.GetMarkedContentPropertiesDictionary(propertyDictionaryName)
                ?? properties;
        _off.Push(name.Data == "OC" && actual is not null && _layers.IsOffLayer(actual));
    }

    public override void EndMarkedContent()
    {
        if (_off.Count > 0)
        {
            _off.Pop();
        }
    }

    public override void BeginSubpath() => _path.Begin();

    public override PdfPoint? CloseSubpath()
    {
        if (_path.Close() is not { } point)
        {
            return null;
        }

        return CurrentPosition = new PdfPoint(point.X, _height - point.Y);
    }

    public override void MoveTo(double x, double y)
    {
        CurrentPosition = CurrentTransformationMatrix.Transform(new PdfPoint(x, y));
        _path.MoveTo(CurrentPosition.X, _height - CurrentPosition.Y);
    }

    public override void LineTo(double x, double y)
    {
        CurrentPosition = CurrentTransformationMatrix.Transform(new PdfPoint(x, y));
        _path.LineTo(CurrentPosition.X, _height - CurrentPosition.Y, isCurve: false);
    }

    public override void BezierCurveTo(double x2, double y2, double x3, double y3)
    {
        CurrentPosition = CurrentTransformationMatrix.Transform(new PdfPoint(x3, y3));
        _path.LineTo(CurrentPosition.X, _height - CurrentPosition.Y, isCurve: true);
    }

    public override void BezierCurveTo(
        double x1,
        double y1,
        double x2,
        double y2,
        double x3,
        double y3
    ) => BezierCurveTo(x2, y2, x3, y3);

    public override void Rectangle(double x, double y, double width, double height)
    {
        MoveTo(x, y);
        LineTo(x + width, y);
        LineTo(x + width, y + height);
        LineTo(x, y + height);
        CloseSubpath();
    }

    public override void StrokePath(bool close) => Draw(close, isFilled: false, isStroked: true);

    public override void FillPath(FillingRule fillingRule, bool close) =>
        Draw(close, isFilled: true, isStroked: false);

    public override void FillStrokePath(FillingRule fillingRule, bool close) =>
        Draw(close, isFilled: true, isStroked: true);

    public override void EndPath() => _path.Clear();

    public override void ClosePath() => _path.Clear();

    public override void ModifyClippingIntersect(FillingRule clippingRule)
    {
        if (_path.Bounds is { } bounds)
        {
            Clip(bounds);
        }
    }

    protected override void ClipToRectangle(PdfRectangle rectangle, FillingRule clippingRule)
    {
        Clip(Upright(CurrentTransformationMatrix.Transform(rectangle)));
    }

    public override void PaintShading(NameToken shadingName)
    {
        if (!_off.Contains(true))
        {
            _shapes.Add(new DrawnShape(ShapeKind.Fill, _clips.Peek(), new Paint(_order++, -1)));
        }
    }

    private void Draw(bool close, bool isFilled, bool isStroked)
    {
        if (close)
        {
            _path.Close();
        }

        var state = GetCurrentState();
        if (!_off.Contains(true))
        {
            if (isFilled && state.AlphaConstantNonStroking > 0.05)
            {
                _shapes.AddFilled(
                    _path,
                    _clips.Peek(),
                    new Paint(
                        _order++,
                        Rgb(state.CurrentNonStrokingColor),
                        // What is multiplied with what lies under it hides nothing of it.
                        state.BlendMode is BlendMode.Normal
                            ? state.AlphaConstantNonStroking
                            : Math.Min(state.AlphaConstantNonStroking, Opaque / 2)
                    )
                );
            }

            if (isStroked && state.AlphaConstantStroking > 0.05)
            {
                var matrix = state.CurrentTransformationMatrix;
                var scale = Math.Sqrt(Math.Abs((matrix.A * matrix.D) - (matrix.B * matrix.C)));
                _shapes.AddStroked(
                    _path,
                    _clips.Peek(),
                    state.LineWidth * scale,
                    new Paint(
                        _order++,
                        Rgb(state.CurrentStrokingColor),
                        state.AlphaConstantStroking
                    )
                );
            }
        }

        _path.Clear();
    }

    private void Picture(PdfRectangle place, double opacity, bool isOff)
    {
        var area = Upright(place).Cut(_clips.Peek());
        if (!isOff && !_off.Contains(true) && area.Width > 0 && area.Height > 0)
        {
            _shapes.Add(
                new DrawnShape(
                    ShapeKind.Picture,
                    area,
                    new Paint(
                        _order++,
                        -1,
                        Math.Min(opacity, GetCurrentState().AlphaConstantNonStroking)
                    )
                )
            );
        }
    }

    private void Clip(Box area)
    {
        var clip = _clips.Pop();
        _clips.Push(clip.Cut(area));
    }

    // The box around a rectangle that may be turned; origin top left.
    private Box Upright(PdfRectangle turned) =>
        Box.Around(
            new[] { turned.TopLeft, turned.TopRight, turned.BottomLeft, turned.BottomRight }.Select(
                c => (c.X, _height - c.Y)
            )
        );

    private static (double X, double Y) At(
        double along,
        in TransformationMatrix rendering,
        in TransformationMatrix text,
        in TransformationMatrix transformation
    )
    {
        var (x, y) = rendering.Transform(along, 0);
        (x, y) = text.Transform(x, y);
        return transformation.Transform(x, y);
    }

    // Colours of a page are few and come in long runs.
    private int Rgb(IColor? colour)
    {
        if (colour is null)
        {
            return 0;
        }

        if (!ReferenceEquals(colour, _colour))
        {
            _colour = colour;
            try
            {
                var (r, g, b) = colour.ToRGBValues();
                _rgb = (Byte(r) << 16) | (Byte(g) << 8) | Byte(b);
            }
            // Patterns have none.
            catch (InvalidOperationException)
            {
                _rgb = -1;
            }
        }

        return _rgb;

        static int Byte(double share) => (int)Math.Round(Math.Clamp(share, 0, 1) * 255);
    }
}
