using System.Text;

namespace Kompass.Cli.Commands.Queries;

/// <summary>A stream of UTF-8 whose text goes to a writer, gathered into large pieces.</summary>
internal sealed class TextStream(TextWriter writer, int size) : Stream
{
    private readonly Decoder _decoder = new UTF8Encoding(false).GetDecoder();
    private readonly char[] _characters = new char[size];

    public override bool CanRead => false;
    public override bool CanSeek => false;
    public override bool CanWrite => true;
    public override long Length => throw new NotSupportedException();
    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    private int _count;

    public override void Write(byte[] buffer, int offset, int count) =>
        Write(buffer.AsSpan(offset, count));

    public override void Write(ReadOnlySpan<byte> buffer)
    {
        while (!buffer.IsEmpty)
        {
            _decoder.Convert(
                buffer,
                _characters.AsSpan(_count),
                flush: false,
                out var used,
                out var decoded,
                out _
            );
            _count += decoded;
            buffer = buffer[used..];
            // Two: a character may need a pair.
            if (_count > size - 2)
            {
                Flush();
            }
        }
    }

    public override void Flush()
    {
        writer.Write(_characters.AsSpan(0, _count));
        _count = 0;
    }

    public override int Read(byte[] buffer, int offset, int count) =>
        throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();
}
